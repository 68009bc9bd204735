using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Ledelsesdag.Content.Loading;

/// <summary>
/// Compares a JSON file with the form it should have and reports every difference. The framework stops at a file's first
/// fault and names .NET types; an author needs all of them, in words about the file.
/// </summary>
internal sealed class JsonShape(SourceFile file, DiagnosticBag diagnostics)
{
    /// <summary>Reports every difference between <paramref name="root"/> and the form of <paramref name="type"/>.</summary>
    public void Check(JsonPlace root, JsonTypeInfo type) => CheckValue(root, type);

    private void CheckValue(JsonPlace place, JsonTypeInfo type)
    {
        if (place.Kind == JsonTokenType.Null)
        {
            Report(DiagnosticCode.WrongType, place, "null", LeafForm.Describe(type), "write the value, or leave the whole field out where it may be missing");
        }
        else if (type.Kind == JsonTypeInfoKind.Object)
        {
            CheckObject(place, type);
        }
        else if (type.Kind == JsonTypeInfoKind.Enumerable)
        {
            CheckList(place, type);
        }
        else if (LeafForm.IsPerLanguage(type.Type))
        {
            CheckLocalized(place, type);
        }
        else
        {
            CheckLeaf(place, LeafForm.Of(type));
        }
    }

    private void CheckObject(JsonPlace place, JsonTypeInfo type)
    {
        if (place.Kind != JsonTokenType.StartObject)
        {
            WrongType(place, LeafForm.Describe(type));
            return;
        }
        CheckDuplicates(place);
        var misspelt = new HashSet<string>(StringComparer.Ordinal);
        foreach (var child in place.Children)
        {
            if (type.Properties.FirstOrDefault(property => property.Name == child.Name) is { } property)
            {
                CheckValue(child, type.Options.GetTypeInfo(property.PropertyType));
            }
            else if (diagnostics.HasRoom(file.Path))
            {
                var names = type.Properties.Select(p => p.Name).Where(n => n[0] != '$').ToArray();
                var meant = Nearest.Find(child.Name!, names);
                misspelt.Add(meant ?? "");
                diagnostics.Add(DiagnosticCode.UnknownField, file.LocationOf(child.NameStart), $"a field \"{Printable.Text(child.Name)}\"",
                    $"one of {string.Join(", ", names)}", Nearest.InWords(meant) ?? "take it away");
            }
        }
        // A misspelt field is not missing, too.
        foreach (var missing in type.Properties.Where(p => LeafForm.IsRequired(p) && !misspelt.Contains(p.Name) && place.Children.TrueForAll(child => child.Name != p.Name)))
        {
            Report(DiagnosticCode.MissingField, place, $"no field \"{missing.Name}\"", LeafForm.Describe(type.Options.GetTypeInfo(missing.PropertyType)),
                $"add \"{missing.Name}\" here");
        }
    }

    private void CheckList(JsonPlace place, JsonTypeInfo type)
    {
        if (place.Kind != JsonTokenType.StartArray)
        {
            WrongType(place, "a list, [ … ]");
            return;
        }
        var item = type.Options.GetTypeInfo(type.ElementType!);
        foreach (var child in place.Children)
        {
            CheckValue(child, item);
        }
    }

    private void CheckLocalized(JsonPlace place, JsonTypeInfo type)
    {
        if (place.Kind != JsonTokenType.StartObject)
        {
            WrongType(place, LeafForm.Describe(type));
            return;
        }
        CheckDuplicates(place);
        if (place.Children.Count > ContentLimits.Languages)
        {
            Report(DiagnosticCode.MalformedValue, place, $"{place.Children.Count} languages", $"at most {ContentLimits.Languages}", "take some away");
            return;
        }
        foreach (var child in place.Children)
        {
            if (!Language.TryParse(child.Name, out _))
            {
                ReportAt(child.NameStart, DiagnosticCode.UnknownLanguage, $"\"{Printable.Text(child.Name)}\" as a language",
                    "a tag such as da or en", "write the tag of the language the text is in");
            }
            else if (child.Kind == JsonTokenType.Null)
            {
                WrongType(child, "a text");
            }
            else
            {
                CheckLeaf(child, LeafForm.OfVersion(type.Type));
            }
        }
    }

    private void CheckDuplicates(JsonPlace place)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var child in place.Children.Where(child => !seen.Add(child.Name!)))
        {
            ReportAt(child.NameStart, DiagnosticCode.DuplicateField, $"a second \"{Printable.Text(child.Name)}\"",
                "each field once", "take one of the two away");
        }
    }

    private void CheckLeaf(JsonPlace place, LeafForm form)
    {
        if (!form.Kinds.Contains(place.Kind))
        {
            WrongType(place, form.Description);
        }
        else if (place is { Kind: JsonTokenType.String, Text: null })
        {
            Report(DiagnosticCode.ForbiddenCharacter, place, "half of a surrogate pair, which is no character", "text", "write the character itself");
        }
        else if (!form.Accepts(place.Text ?? RawText(place)))
        {
            Report(DiagnosticCode.MalformedValue, place, $"\"{Printable.Text(place.Text ?? RawText(place))}\"", form.Description, form.Remedy);
        }
    }

    private string RawText(JsonPlace place) => System.Text.Encoding.UTF8.GetString(file.Bytes[place.Start..place.End]);

    private void WrongType(JsonPlace place, string expected) =>
        Report(DiagnosticCode.WrongType, place, KindInWords(place.Kind), expected, "write the value in that form");

    private void Report(DiagnosticCode code, JsonPlace place, string found, string expected, string remedy) =>
        ReportAt(place.Start, code, found, expected, remedy);

    private void ReportAt(int start, DiagnosticCode code, string found, string expected, string remedy)
    {
        if (diagnostics.HasRoom(file.Path))
        {
            diagnostics.Add(code, file.LocationOf(start), found, expected, remedy);
        }
    }

    private static string KindInWords(JsonTokenType kind) => kind switch
    {
        JsonTokenType.StartObject => "an object, { … }",
        JsonTokenType.StartArray => "a list, [ … ]",
        JsonTokenType.String => "a text in quotation marks",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        _ => "null",
    };
}
