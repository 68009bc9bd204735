using System.Collections.Immutable;

namespace Ledelsesdag.Site.Output;

/// <summary>What every answer says to the browser, on the host and in the preview alike.</summary>
public static class SecurityHeaders
{
    /// <summary>
    /// The page may load its own scripts, styles, images, manifest and data; nothing of anybody else's, nothing inline,
    /// no frame around it. JSON-LD needs no exception: a data block is not a script to the browser.
    /// No script can turn text into markup or into the address of a script (Trusted Types); the one maker of such an address
    /// that is allowed is <c>search-aside.js</c>'s, which makes that of the search's worker.
    /// </summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
        "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; " +
        "require-trusted-types-for 'script'; trusted-types search-worker";

    /// <summary>
    /// Two years of https only. Not for subdomains and not preloaded: whoever hosts the site decides for their domain.
    /// </summary>
    public const string StrictTransportSecurity = "max-age=63072000";

    /// <summary>Who may use an answer without asking. In a built site the published data differ; see <see cref="HostFiles"/>.</summary>
    public const string ResourcePolicy = "Cross-Origin-Resource-Policy";

    /// <summary>All of them, in the order in which they are written.</summary>
    public static ImmutableArray<(string Name, string Value)> All { get; } =
    [
        ("Content-Security-Policy", ContentSecurityPolicy),
        ("Strict-Transport-Security", StrictTransportSecurity),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Permissions-Policy",
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), " +
            "microphone=(), midi=(), payment=(), serial=(), usb=(), xr-spatial-tracking=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        (ResourcePolicy, "same-origin"),
    ];
}
