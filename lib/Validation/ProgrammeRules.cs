using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Content.Validation;

/// <summary>Rules for the programme's times.</summary>
internal static class ProgrammeRules
{
    public static void Check(LoadedDay day)
    {
        if (day.Programme is not { } programme)
        {
            return;
        }
        var sessions = programme.Value.Sessions;
        ListRules.AtLeast(programme, sessions.Length, 1, "sessions");
        for (var i = 0; i < sessions.Length; i++)
        {
            var time = sessions[i].Time;
            if (time.End <= time.Start)
            {
                programme.Report(DiagnosticCode.EndNotAfterStart, ["sessions", i, "time", "end"], $"an end at {time.End:HH:mm}", $"a time later than the start at {time.Start:HH:mm}",
                    "correct one of the two; a session ends on the day it begins");
            }
            else if (i > 0 && sessions[i - 1].Time is var before && before.End > before.Start && time.Start < before.End)
            {
                programme.Report(DiagnosticCode.SessionsOverlap, ["sessions", i, "time", "start"],
                    $"\"{sessions[i].Id}\" beginning at {time.Start:HH:mm} while \"{sessions[i - 1].Id}\" lasts until {before.End:HH:mm}",
                    "sessions in the order of the day, one after the other", "correct the times, or move the session to its place in the list");
            }
        }
    }
}
