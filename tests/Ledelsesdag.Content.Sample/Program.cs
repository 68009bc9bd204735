using Ledelsesdag.Content;

// Reads a network as its authors edit it or as its site publishes it, and says what is in it.
//   Ledelsesdag.Content.Sample <content folder, network.json or address of one> [folder for the published form]
if (args is not ([_] or [_, _]))
{
    Console.Error.WriteLine("Name a content folder, a network.json or the address of one; then, if you like, a folder to write to.");
    return 2;
}

LoadResult loaded;
if (Directory.Exists(args[0]))
{
    loaded = NetworkLoader.Load(args[0]);
}
else if (Uri.TryCreate(args[0], UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp))
{
    using var http = new HttpClient();
    loaded = await NetworkLoader.LoadAsync(address, http);
}
else
{
    await using var file = File.OpenRead(args[0]);
    loaded = await NetworkLoader.LoadAsync(file);
}

foreach (var diagnostic in loaded.Diagnostics)
{
    Console.Error.WriteLine(diagnostic);
}
// Null exactly when one of them is an error.
if (loaded.Network is not { } network)
{
    return 1;
}

var first = network.Languages[0].Tag;
Console.WriteLine(network.Title[first].Plain);
foreach (var translation in loaded.Translations)
{
    Console.WriteLine($"{translation.Language}: {translation.Texts.Length - translation.Count(TranslationState.Missing)} of {translation.Texts.Length} texts");
}
foreach (var day in network.Days)
{
    Console.WriteLine($"{day.Date:yyyy-MM-dd} {day.Title[first].Plain}: {day.Topics.Length} topics, {day.Quotes.Length} quotes, "
        + $"{day.QuestionSets.Sum(set => set.Questions.Length)} questions");
    foreach (var session in day.Programme.Sessions)
    {
        Console.WriteLine($"  {session.Title[first].Plain}");
    }
}

if (args is [_, var folder])
{
    Directory.CreateDirectory(folder);
    await using var published = File.Create(Path.Combine(folder, "network.json"));
    await NetworkWriter.WriteAsync(network, published);
    // The data name it as theirs: an editor that opens them explains each field.
    var schema = ContentSchema.OfPublishedData;
    await File.WriteAllBytesAsync(Path.Combine(folder, schema.FileName), schema.Utf8);
}
return 0;
