using System.Collections.Immutable;

namespace Ledelsesdag.Content;

/// <summary>Questions that belong together and are answered together.</summary>
public sealed class QuestionSet : IHasProvenance
{
    /// <summary>What <c>questions:id</c> refers to; also the set's fragment on the page of questions.</summary>
    public required Id Id { get; init; }

    /// <summary>What the set is called on the page of all questions.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>What to do, said before the questions; null when the questions stand alone.</summary>
    public LocalizedText? Instruction { get; init; }

    /// <summary>Whether the order matters, so that the questions are numbered. Default false.</summary>
    public bool Numbered { get; init; }

    /// <summary>The questions in order, at least one.</summary>
    public required ImmutableArray<Question> Questions { get; init; }

    /// <inheritdoc/>
    public ImmutableArray<int> Slides { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    public bool AddedByEditor { get; init; }
}

/// <summary>Something to think about or talk about.</summary>
public sealed class Question
{
    /// <summary>Unique in the day; a reader's notes hang on it, so it never changes.</summary>
    public required Id Id { get; init; }

    /// <summary>The question.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>Questions that follow from this one, in order; empty when none does. They have no follow-ups of their own.</summary>
    public ImmutableArray<Question> FollowUps { get; init => field = value.IsDefault ? [] : value; } = [];
}
