using System.Runtime.ExceptionServices;

namespace Ledelsesdag.Site.Output;

/// <summary>Work on many things by as many threads as there are processors.</summary>
internal static class AllProcessors
{
    /// <summary>Does something with each of <paramref name="items"/>, in no particular order.</summary>
    /// <exception cref="Exception">What the first to fail threw, itself: one reason is enough to say.</exception>
    public static void ForEach<T>(IEnumerable<T> items, Action<T> work)
    {
        try
        {
            Parallel.ForEach(items, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, work);
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }
}
