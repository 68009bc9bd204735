namespace Ledelsesdag.Content.Loading;

internal static class JsonShape;
