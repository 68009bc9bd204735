using System.Collections.Immutable;
using System.Runtime.ExceptionServices;

namespace Ledelsesdag.Content.Loading;

/// <summary>Work on many things by as many threads as there are processors.</summary>
internal static class AllProcessors
{
    /// <summary>Does the work for each item and comes back when all is done.</summary>
    /// <param name="items">The items.</param>
    /// <param name="work">The work.</param>
    /// <param name="inOrder">Whether one item comes after the other, so that but one processor has work.</param>
    /// <exception cref="Exception">What the first work to fail threw, itself: one reason is enough to say.</exception>
    public static void ForEach<T>(IEnumerable<T> items, Action<T> work, bool inOrder = false)
    {
        // To wake another processor for a single day costs a fifth of what loading it does.
        if (inOrder || items is IReadOnlyList<T> and [_])
        {
            foreach (var item in items)
            {
                work(item);
            }
            return;
        }
        try
        {
            Parallel.ForEach(items, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, work);
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }

    /// <summary>What comes of each item, in the order of the items.</summary>
    /// <param name="items">The items.</param>
    /// <param name="work">The work.</param>
    /// <param name="inOrder">As for <see cref="ForEach"/>.</param>
    /// <exception cref="Exception">As for <see cref="ForEach"/>.</exception>
    public static TResult[] Select<T, TResult>(ImmutableArray<T> items, Func<T, TResult> work, bool inOrder = false)
    {
        var results = new TResult[items.Length];
        ForEach([.. Enumerable.Range(0, items.Length)], i => results[i] = work(items[i]), inOrder);
        return results;
    }
}
