using CsCheck;

namespace Ledelsesdag.Content.Tests;

internal static class Pick
{
    /// <summary>One of the values, each as likely as the others.</summary>
    public static Gen<T> From<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
