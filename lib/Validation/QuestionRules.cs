using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Content.Validation;

/// <summary>Rules for questions: notes hang on their ids, and every set has one home.</summary>
internal static class QuestionRules
{
    public static void Check(LoadedDay day)
    {
        if (day.Questions is not { } questions)
        {
            return;
        }
        ListRules.NoneTwice(questions, questions.Value.QuestionSets, set => set.Id.Value, i => ["questionSets", i, "id"], "question set");
        var ids = new HashSet<Id>();
        for (var s = 0; s < questions.Value.QuestionSets.Length; s++)
        {
            var set = questions.Value.QuestionSets[s];
            ListRules.AtLeast(questions, set.Questions.Length, 1, "questionSets", s, "questions");
            for (var q = 0; q < set.Questions.Length; q++)
            {
                CheckId(questions, ids, set.Questions[q].Id, ["questionSets", s, "questions", q, "id"]);
                for (var f = 0; f < set.Questions[q].FollowUps.Length; f++)
                {
                    CheckId(questions, ids, set.Questions[q].FollowUps[f].Id, ["questionSets", s, "questions", q, "followUps", f, "id"]);
                    if (!set.Questions[q].FollowUps[f].FollowUps.IsEmpty)
                    {
                        questions.Report(DiagnosticCode.MalformedValue, ["questionSets", s, "questions", q, "followUps", f, "followUps"],
                            "follow-ups of a follow-up", "one level of them", "move them up beside the others");
                    }
                }
            }
        }
        if (day.Topics is not null && day.IsComplete)
        {
            CheckHomes(day, questions.Value.QuestionSets.Select(set => set.Id).ToList());
        }
    }

    private static void CheckId(ContentFile<Loading.Files.QuestionsFile> file, HashSet<Id> ids, Id id, ReadOnlySpan<PathSegment> path)
    {
        if (!ids.Add(id))
        {
            file.Report(DiagnosticCode.DuplicateId, path, $"a second question \"{id}\"", "each name once in the day", "give one of the two another name");
        }
    }

    private static void CheckHomes(LoadedDay day, List<Id> sets)
    {
        // A topic has a text per language; the first one tells where a set is shown, ReferenceRules holds the others against it.
        var shown = new Dictionary<Id, int>();
        foreach (var embed in day.TopicTexts.Values.Where(texts => !texts.IsEmpty).SelectMany(texts => texts[0].Prose.Shown))
        {
            if (embed.Kind == ReferenceKind.Questions)
            {
                shown[embed.Id] = shown.GetValueOrDefault(embed.Id) + 1;
            }
        }
        // A text that is missing or faulty, or an id misspelt in one, is reported already; the set may have its home there.
        var maybeElsewhere = day.TopicTexts.Values.Any(texts => texts.IsEmpty || !texts[0].Prose.Faults.IsEmpty) || shown.Keys.Except(sets).Any();
        for (var i = 0; i < sets.Count; i++)
        {
            var times = shown.GetValueOrDefault(sets[i]);
            if (times > 1 || (times == 0 && !maybeElsewhere))
            {
                day.Questions!.Report(DiagnosticCode.NotShownOnce, ["questionSets", i, "id"], $"\"{sets[i]}\" shown in {times} places", "exactly one topic",
                    times == 0 ? $"show it with ![](questions:{sets[i]}) in a topic's text" : "keep one of the places");
            }
        }
    }
}
