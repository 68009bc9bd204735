using System.Text;
using Ledelsesdag.Site.Output;

namespace Ledelsesdag.Browser.Tests;

/// <summary>
/// What the policy is for: were a script of ours once to be talked into something, or a file exchanged on its way, the browser
/// would refuse. And that the tests would hear of it, which hold everywhere else that there is nothing to refuse.
/// </summary>
[Collection(SiteInBrowser.Name)]
public sealed class PolicyTests(SiteInBrowser site)
{
    [Theory]
    [InlineData("document.createElement('p').innerHTML = '<img src=x onerror=alert(1)>'", "TrustedHTML")]
    [InlineData("document.createElement('script').src = '/ledelsesdag/assets/other.js'", "TrustedScriptURL")]
    [InlineData("new Worker('/ledelsesdag/assets/other.js')", "TrustedScriptURL")]
    [InlineData("trustedTypes.createPolicy('mine', { createHTML: text => text })", "trusted-types search-worker")]
    [InlineData("document.body.append(Object.assign(document.createElement('img'), { src: 'https://elsewhere.example/x.png' }))", "img-src 'self'")]
    [InlineData("document.body.setAttribute('style', 'color: red')", "style-src 'self'")]
    public async Task A_script_that_was_talked_into_it_is_refused(string statement, string reason)
    {
        var complaints = await site.ComplaintsAsync(site.Origin, async page =>
        {
            await page.GotoAsync(site.Url(site.Map.Home(SiteInBrowser.Danish)));
            // As the site's own script, not as the test's, which may do more.
            await page.EvaluateAsync("statement => { setTimeout(() => { try { " + statement + " } finally { document.title = 'tried'; } }); }");
            await page.WaitForFunctionAsync("() => document.title === 'tried'");
        });
        Assert.Contains(complaints, complaint => complaint.Contains(reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/site.css")]
    [InlineData("/field.js")]
    public async Task A_style_or_script_that_is_not_the_one_that_was_published_is_refused(string name)
    {
        var changed = site.Files.Single(f => f.Path.StartsWith("assets/", StringComparison.Ordinal) && f.Path.EndsWith(name, StringComparison.Ordinal));
        var files = site.Files.Replace(changed, new OutputFile(changed.Path, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(changed.Content.Span) + "\n")));
        await using var host = await StaticHost.StartAsync(_ => Task.FromResult(files.AsEnumerable()), SiteInBrowser.Address.BasePath);

        var complaints = await site.ComplaintsAsync(host.Origin, page => page.GotoAsync(host.Origin + SiteInBrowser.Address.Href(site.Map.Home(SiteInBrowser.Danish).Path)));

        Assert.Contains(complaints, complaint => complaint.Contains(changed.Path, StringComparison.Ordinal) && complaint.Contains("integrity", StringComparison.Ordinal));
    }
}
