namespace Ledelsesdag.Content;

/// <summary>How much published data is read, and how long it may take: what comes from elsewhere may have no end.</summary>
public sealed record ReadLimits
{
    internal static ReadLimits Default { get; } = new();

    /// <summary>
    /// The most bytes that are read, as they are after decompression and whatever the sender says of their number.
    /// Default 50 000 000, which is some hundreds of days.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1 or more than a list can hold.</exception>
    public int MaxBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Array.MaxLength);
            field = value;
        }
    } = 50_000_000;

    /// <summary>
    /// How long it may take from the request to the last byte; an <see cref="HttpClient.Timeout"/> that is shorter counts
    /// as well. Default 30 seconds; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no end.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not more than zero, or longer than 24 days.</exception>
    public TimeSpan Timeout
    {
        get;
        init
        {
            if (value != System.Threading.Timeout.InfiniteTimeSpan)
            {
                ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
                ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromDays(24));
            }
            field = value;
        }
    } = TimeSpan.FromSeconds(30);
}
