namespace Ledelsesdag.Browser.Tests;

/// <summary>How two colours, in whatever notation, stand off from each other, and what colour an element stands on.</summary>
internal static class Colours
{
    public const string Script = """
          const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
          const rgba = (...layers) => {
            pen.clearRect(0, 0, 1, 1);
            for (const colour of layers) { pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1); }
            return [...pen.getImageData(0, 0, 1, 1).data];
          };
          const luminance = (...layers) => {
            const [r, g, b] = rgba(...layers).map(c => (c /= 255) <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
            return .2126 * r + .7152 * g + .0722 * b;
          };
          const contrast = (colour, ground) => {
            const [dark, light] = [luminance(ground, colour), luminance(ground)].sort((x, y) => x - y);
            return (light + .05) / (dark + .05);
          };
          const backdrop = e => {
            for (; e; e = e.parentElement) {
              const colour = getComputedStyle(e).backgroundColor;
              if (rgba(colour)[3] === 255) return colour;
            }
            return matchMedia('(forced-colors: active)').matches ? 'Canvas' : '#fff';
          };
        """;
}
