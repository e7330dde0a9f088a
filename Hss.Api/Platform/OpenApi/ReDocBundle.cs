using System.IO.Compression;
using System.Text;
using Swashbuckle.AspNetCore.ReDoc;

namespace Hss.Api.Platform.OpenApi;

/// <summary>ReDoc's script as its package has it, but without the logo that it fetches from another host at every page.</summary>
public static class ReDocBundle
{
    /// <summary>The script's name beside each page.</summary>
    public const string FileName = "redoc.standalone.js";

    private const string Resource = "Swashbuckle.AspNetCore.ReDoc.node_modules.redoc.bundles.redoc.standalone.js";

    private static readonly Lazy<byte[]> Script = new(Read);

    /// <summary>Answers the script.</summary>
    public static IResult Get() => Results.Bytes(Script.Value, "text/javascript");

    private static byte[] Read()
    {
        using var stream = new GZipStream(typeof(ReDocOptions).Assembly.GetManifestResourceStream(Resource)!, CompressionMode.Decompress);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Encoding.UTF8.GetBytes(reader.ReadToEnd()
            .Replace("https://cdn.redoc.ly/redoc/logo-mini-full.svg", "data:,", StringComparison.Ordinal)
            .Replace("https://cdn.redoc.ly/redoc/logo-mini.svg", "data:,", StringComparison.Ordinal));
    }
}
