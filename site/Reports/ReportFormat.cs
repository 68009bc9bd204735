namespace Ledelsesdag.Site.Reports;

/// <summary>The forms in which a run tells what it found.</summary>
public enum ReportFormat
{
    /// <summary>For people, and for editors that read compilers' messages.</summary>
    Text,

    /// <summary>One object with everything, for programs.</summary>
    Json,

    /// <summary>Commands that a GitHub workflow shows beside the lines they are about.</summary>
    GitHub,

    /// <summary>SARIF 2.1.0, the form that code scanning and many editors read.</summary>
    Sarif,
}
