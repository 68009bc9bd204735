namespace Ledelsesdag.Site.Pages;

/// <summary>What is wrong with a strings file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">The line from 1; 0 when the whole file is meant.</param>
/// <param name="Column">The column from 1, in UTF-16 units; 0 when the whole file is meant.</param>
/// <param name="Message">What was found, what was expected, and how to mend it, as clauses without a full stop.</param>
public sealed record UiStringsFault(string Path, int Line, int Column, string Message);
