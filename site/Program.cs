using Ledelsesdag.Content;
using Ledelsesdag.Site.Commands;

// A small site takes less memory than this, and to collect meanwhile would take a twelfth of its time. A larger one ends it by needing
// more. Only where that is nothing: where it is all there is, the runtime may fail to give it.
const long Small = 60_000_000;
if (GC.GetGCMemoryInfo().TotalAvailableMemoryBytes > 16 * Small)
{
    GC.TryStartNoGCRegion(Small, disallowFullBlockingGC: true);
}

// It takes as long as to understand the command line, and another processor has nothing to do yet.
NetworkLoader.Prepare();

// What each verb does, stage by stage, stands in Commands; the stages themselves in SiteBuilder.
return await CommandLine.RunAsync(args, Terminal.OfThisProcess());
