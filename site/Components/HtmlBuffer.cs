using System.Buffers;
using System.Text;

namespace Ledelsesdag.Site.Components;

/// <summary>Where a page is written before it is tidied; used again for the next one.</summary>
internal sealed class HtmlBuffer : TextWriter
{
    private readonly ArrayBufferWriter<char> _written = new(1 << 15);

    public override Encoding Encoding => Encoding.UTF8;

    public ReadOnlySpan<char> Written => _written.WrittenSpan;

    public void Clear() => _written.ResetWrittenCount();

    public override void Write(char value) => _written.Write([value]);

    public override void Write(string? value) => _written.Write(value);

    public override void Write(char[] buffer, int index, int count) => _written.Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer) => _written.Write(buffer);
}
