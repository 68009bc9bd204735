using Ledelsesdag.Site.Commands;

// What each verb does, stage by stage, stands in Commands; the stages themselves in SiteBuilder.
return await CommandLine.RunAsync(args, Terminal.OfThisProcess());
