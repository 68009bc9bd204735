using System.Diagnostics.CodeAnalysis;

namespace Ledelsesdag.Content.Loading;

/// <summary>Which addresses may stand in a link: an allow-list, because a deny-list of schemes is never complete.</summary>
internal static class WebAddress
{
    public static bool IsAllowed([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address) && !text.AsSpan().ContainsAny(Whitespace)
        && (address.Scheme == Uri.UriSchemeMailto || IsWeb(address));

    /// <summary>Whether it is an https address of a host, without a user name in front that could disguise it.</summary>
    public static bool IsWeb(Uri address) =>
        address.IsAbsoluteUri && address.Scheme == Uri.UriSchemeHttps && address.Host.Length > 0 && address.UserInfo.Length == 0;

    private static readonly System.Buffers.SearchValues<char> Whitespace = System.Buffers.SearchValues.Create(" \t\r\n\\");
}
