using System.Collections.Immutable;
using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Content.Validation;

/// <summary>Every reference leads to something that exists.</summary>
internal sealed class ReferenceRules
{
    private readonly LoadedContent _content;
    private readonly ContentWalker _walker;
    private readonly KnownIds _network = new();
    private readonly Dictionary<LoadedDay, KnownIds> _days = [];

    public ReferenceRules(LoadedContent content, ContentWalker walker)
    {
        (_content, _walker) = (content, walker);
        _network.Know(ReferenceKind.Term, content.Glossary, file => file.Value.Terms.Select(t => t.Id), content.IsComplete);
        _network.Know(ReferenceKind.Page, content.Pages, file => file.Value.Pages.Select(p => p.Id), content.IsComplete);
        foreach (var day in content.Days)
        {
            _days[day] = new();
            Know(_days[day], day);
        }
    }

    /// <summary>What belongs to no day may refer to an item of any.</summary>
    public void CheckNetwork()
    {
        var anywhere = new Targets([_network, .. _days.Values]);
        CheckTexts(_content.PageTexts.Values, anywhere);
        CheckSameItems(_content.PageTexts.Values, anywhere);
        CheckFiles(_content.NetworkFiles(), anywhere);
    }

    /// <summary>What belongs to a day may refer to an item of that day, or of the network. Safe for several threads.</summary>
    public void Check(LoadedDay day)
    {
        var known = new Targets([_network, _days[day]]);
        CheckTexts(day.TopicTexts.Values, known);
        CheckSameItems(day.TopicTexts.Values, known);
        CheckFiles(day.Files(), known);
        CheckFields(day, known);
    }

    private static void Know(KnownIds known, LoadedDay day)
    {
        var complete = day.IsComplete;
        known.Know(ReferenceKind.Topic, day.Topics, file => file.Value.Topics.Select(t => t.Id), complete);
        known.Know(ReferenceKind.Quote, day.Quotes, file => file.Value.Quotes.Select(q => q.Id), complete);
        known.Know(ReferenceKind.Questions, day.Questions, file => file.Value.QuestionSets.Select(s => s.Id), complete);
        known.Know(ReferenceKind.Session, day.Programme, file => file.Value.Sessions.Select(s => s.Id), complete);
        known.Know(ReferenceKind.Table, day.Tables, file => file.Value.Tables.Select(t => t.Id), complete);
        known.Know(ReferenceKind.Codex, day.Codices, file => file.Value.Codices.Select(c => c.Id), complete);
        known.Know(ReferenceKind.Assumptions, day.Inquiry, file => file.Value.Assumptions is { } a ? [a.Id] : [], complete);
        known.Know(ReferenceKind.Paths, day.Inquiry, file => file.Value.Paths is { } p ? [p.Id] : [], complete);
        known.Know(ReferenceKind.CoatRack, day.CoatRacks, file => file.Value.CoatRacks.Select(r => r.Id), complete);
        known.Know(ReferenceKind.Resources, day.Resources, file => file.Value.Resources.Select(r => r.Id), complete);
        known.Know(ReferenceKind.Source, day.Sources, file => file.Value.Sources.Select(s => s.Id), complete);
    }

    private static void CheckTexts(IEnumerable<ImmutableArray<ProseFile>> pages, Targets known)
    {
        foreach (var text in pages.SelectMany(texts => texts))
        {
            foreach (var (target, offset) in text.Prose.References)
            {
                if (known.FaultOf(target) is { } fault)
                {
                    text.Report(DiagnosticCode.UnknownReference, offset, fault.Found, fault.Expected, fault.Remedy);
                }
            }
        }
    }

    /// <summary>
    /// A reader gets the same items in every language. A page with another fault is left alone: the item that seems to be
    /// missing may be in it.
    /// </summary>
    private static void CheckSameItems(IEnumerable<ImmutableArray<ProseFile>> pages, Targets known)
    {
        foreach (var texts in pages.Where(texts => texts.Length > 1 && texts.All(text =>
            text.Prose.Faults.IsEmpty && !text.Prose.Blocks.IsEmpty && text.Prose.Shown.All(known.Exists))))
        {
            var first = texts[0];
            foreach (var other in texts.Where(text => !text.Prose.Shown.SequenceEqual(first.Prose.Shown)))
            {
                var (shown, items) = (first.Prose.Shown.ToHashSet(), other.Prose.Shown.ToHashSet());
                foreach (var missing in shown.Except(items))
                {
                    other.Report(DiagnosticCode.DifferentItems, other.Text.Length, $"no ![]({missing}), which the {first.Language} text shows",
                        "the same items in every language", "show it here too, or take it away there");
                }
                foreach (var (extra, offset) in other.Prose.References.Where(r => items.Contains(r.Target) && !shown.Contains(r.Target)))
                {
                    other.Report(DiagnosticCode.DifferentItems, offset, $"![]({extra}), which the {first.Language} text does not show",
                        "the same items in every language", "take it away here, or show it there too");
                }
            }
        }
    }

    private void CheckFiles(IEnumerable<ILoadedFile> files, Targets known)
    {
        foreach (var file in files)
        {
            _walker.Walk(file.Document, new TextReferences(file, known));
        }
    }

    /// <summary>The fields that hold an id of another item rather than one in a text.</summary>
    private static void CheckFields(LoadedDay day, Targets known)
    {
        for (var i = 0; i < day.Topics?.Value.Topics.Length; i++)
        {
            CheckField(day.Topics!, new(ReferenceKind.Session, day.Topics!.Value.Topics[i].Session), ["topics", i, "session"], known);
        }
        for (var i = 0; i < day.Quotes?.Value.Quotes.Length; i++)
        {
            CheckSource(day.Quotes!, day.Quotes!.Value.Quotes[i].Citation, ["quotes", i, "citation", "source"], known);
        }
        for (var i = 0; i < day.Codices?.Value.Codices.Length; i++)
        {
            CheckSource(day.Codices!, day.Codices!.Value.Codices[i].Citation, ["codices", i, "citation", "source"], known);
        }
        for (var i = 0; i < day.CoatRacks?.Value.CoatRacks.Length; i++)
        {
            CheckSource(day.CoatRacks!, day.CoatRacks!.Value.CoatRacks[i].Citation, ["coatRacks", i, "citation", "source"], known);
        }
    }

    private static void CheckSource(ILoadedFile file, Citation citation, ReadOnlySpan<PathSegment> path, Targets known)
    {
        if (citation.Source is { } source)
        {
            CheckField(file, new(ReferenceKind.Source, source), path, known);
        }
    }

    private static void CheckField(ILoadedFile file, Reference target, ReadOnlySpan<PathSegment> path, Targets known)
    {
        if (known.FaultOf(target) is { } fault)
        {
            file.Report(DiagnosticCode.UnknownReference, path, fault.Found, fault.Expected, fault.Remedy);
        }
    }

    /// <summary>The ids there are in one place, kind by kind.</summary>
    private sealed class KnownIds
    {
        private readonly Dictionary<ReferenceKind, HashSet<Id>> _ids = [];
        private readonly HashSet<ReferenceKind> _unread = [];

        public void Know<T>(ReferenceKind kind, T? file, Func<T, IEnumerable<Id>> ids, bool complete)
            where T : class
        {
            if (file is not null)
            {
                _ids[kind] = [.. ids(file)];
            }
            else if (!complete)
            {
                _unread.Add(kind);
            }
        }

        public IReadOnlySet<Id> Of(ReferenceKind kind) => _ids.TryGetValue(kind, out var ids) ? ids : ImmutableHashSet<Id>.Empty;

        public bool IsUnread(ReferenceKind kind) => _unread.Contains(kind);
    }

    /// <summary>What may be referred to. A kind whose file could not be read is not checked: its faults are reported already.</summary>
    private sealed class Targets(ImmutableArray<KnownIds> places)
    {
        private readonly Dictionary<ReferenceKind, List<string>> _sorted = [];
        private int _suggestions;

        public bool Exists(Reference target)
        {
            foreach (var place in places)
            {
                if (place.Of(target.Kind).Contains(target.Id))
                {
                    return true;
                }
            }
            return false;
        }

        /// <summary>What is wrong with a reference; null when it leads to something.</summary>
        public (string Found, string Expected, string Remedy)? FaultOf(Reference target)
        {
            if (Exists(target) || places.Any(place => place.IsUnread(target.Kind)))
            {
                return null;
            }
            if (!_sorted.TryGetValue(target.Kind, out var known))
            {
                _sorted[target.Kind] = known = [.. places.SelectMany(place => place.Of(target.Kind)).Select(id => id.Value).Distinct().Order(StringComparer.Ordinal)];
            }
            var home = HomeOf(target.Kind);
            return ($"\"{target}\", which does not exist", $"an id from {home}",
                (_suggestions++ < ContentLimits.FaultsOfAFile ? Nearest.Suggest(target.Id.Value, known) : null)
                ?? (known.Count == 0 ? $"{home} has none yet; write it there first" : $"choose one of {string.Join(", ", known.Take(12))}{(known.Count > 12 ? ", …" : "")}"));
        }
    }

    /// <summary>The file in which items of that kind stand.</summary>
    private static string HomeOf(ReferenceKind kind) => kind switch
    {
        ReferenceKind.Topic => "topics.json",
        ReferenceKind.Quote => "quotes.json",
        ReferenceKind.Questions => "questions.json",
        ReferenceKind.Session => "programme.json",
        ReferenceKind.Table => "tables.json",
        ReferenceKind.Codex => "codex.json",
        ReferenceKind.Assumptions or ReferenceKind.Paths => "inquiry.json",
        ReferenceKind.CoatRack => "coat-rack.json",
        ReferenceKind.Resources => "resources.json",
        ReferenceKind.Source => "sources.json",
        ReferenceKind.Term => "glossary.json",
        ReferenceKind.Page => "pages.json",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The references in the short texts of a data file.</summary>
    private sealed class TextReferences(ILoadedFile file, Targets known) : ContentVisitor
    {
        public override void Text(LocalizedText text, ContentPath path)
        {
            foreach (var (language, version) in text.Versions)
            {
                foreach (var (target, offset) in version.References)
                {
                    if (known.FaultOf(target) is { } fault)
                    {
                        file.ReportInText(DiagnosticCode.UnknownReference, path.To(language), offset, fault.Found, fault.Expected, fault.Remedy);
                    }
                }
            }
        }
    }
}
