using System.Text.Json.Serialization;
using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Content;

/// <summary>
/// From one wall-clock time to a later one on the same day, in the day's time zone; the end is not part of it.
/// Written <c>{"start": "10:00", "end": "11:00"}</c>. Validation reports an end that is not later than the start.
/// </summary>
/// <param name="Start">When it begins, to the minute.</param>
/// <param name="End">When it is over, to the minute.</param>
[method: JsonConstructor] // Without it a structure is made by its default constructor, and a time left out would be midnight.
public readonly record struct TimeRange(
    [property: JsonConverter(typeof(ClockTimeJsonConverter))] TimeOnly Start,
    [property: JsonConverter(typeof(ClockTimeJsonConverter))] TimeOnly End)
{
    /// <summary>How long it lasts.</summary>
    [JsonIgnore]
    public TimeSpan Duration => End.ToTimeSpan() - Start.ToTimeSpan();

    /// <summary>Whether the two share any time; ranges that only touch do not.</summary>
    public bool Overlaps(TimeRange other) => Start < other.End && other.Start < End;
}
