using Ledelsesdag.Site.Output;

namespace Ledelsesdag.Site.Tests.Output;

public sealed class HardLinkTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Two_names_stand_for_one_file_until_one_is_deleted()
    {
        var file = _folder.Write("old/index.html", "page");
        Directory.CreateDirectory(_folder.At("new"));

        Assert.True(HardLink.TryMake(file, _folder.At("new/index.html")));
        File.AppendAllText(file, "!");
        Assert.Equal("page!", File.ReadAllText(_folder.At("new/index.html")));

        File.Delete(file);
        Assert.Equal("page!", File.ReadAllText(_folder.At("new/index.html")));
    }

    [Fact]
    public void A_name_that_is_taken_and_a_folder_that_is_not_there_are_refused()
    {
        var file = _folder.Write("old/index.html", "page");
        var taken = _folder.Write("new/index.html", "another");

        Assert.False(HardLink.TryMake(file, taken));
        Assert.False(HardLink.TryMake(file, _folder.At("nowhere/index.html")));
        Assert.Equal("another", File.ReadAllText(taken));
    }
}
