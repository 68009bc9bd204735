using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Content;

/// <summary>What happens when.</summary>
public sealed class Programme
{
    /// <summary>Makes a programme.</summary>
    public Programme(ImmutableArray<Session> sessions) => Sessions = sessions;

    /// <summary>The sessions in order of time; validation reports overlaps.</summary>
    public ImmutableArray<Session> Sessions { get; }
}

/// <summary>What a session is for. Written <c>work</c>, <c>meal</c> or <c>break</c>.</summary>
[JsonConverter(typeof(EnumJsonConverter<SessionKind>))]
public enum SessionKind
{
    /// <summary>Work: a talk, an exercise, a conversation.</summary>
    Work,

    /// <summary>A meal.</summary>
    Meal,

    /// <summary>A break.</summary>
    Break,
}

/// <summary>One part of the programme.</summary>
public sealed class Session : IHasProvenance
{
    /// <summary>What <c>session:id</c> refers to; also the session's fragment on the programme page.</summary>
    public required Id Id { get; init; }

    /// <summary>What the session is for. Default <see cref="SessionKind.Work"/>.</summary>
    public SessionKind Kind { get; init; }

    /// <summary>When it happens.</summary>
    public required TimeRange Time { get; init; }

    /// <summary>What the programme calls it.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The points under the title, in order; empty when there are none.</summary>
    public ImmutableArray<LocalizedText> Points { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    public ImmutableArray<int> Slides { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    public bool AddedByEditor { get; init; }
}
