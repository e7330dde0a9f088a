using System.Diagnostics;
using System.Text.Json;

namespace Hss.Tests.Shared.QrCodes;

/// <summary>Reads QR codes as a camera would, by another program than the one that made them (the npm packages jsqr and pngjs).</summary>
public static class QrReader
{
    private const string Script = """
        const { PNG } = require(process.argv[1] + '/pngjs');
        const read = require(process.argv[1] + '/jsqr');
        const chunks = [];
        process.stdin.on('data', c => chunks.push(c)).on('end', () => {
          const image = PNG.sync.read(Buffer.concat(chunks));
          const code = read(new Uint8ClampedArray(image.data), image.width, image.height);
          console.log(JSON.stringify({ width: image.width, height: image.height, text: code?.data, version: code?.version, left: code?.location.topLeftCorner.x }));
        });
        """;

    /// <summary>What a PNG image shows.</summary>
    public static async Task<QrReading> Read(byte[] png)
    {
        var packages = Path.Combine(TestsFolder(), "node_modules");
        if (!Directory.Exists(Path.Combine(packages, "jsqr")))
            throw new InvalidOperationException("jsqr is not installed: run ./test, or npm ci in tests/");
        using var process = Process.Start(new ProcessStartInfo("node", ["--no-deprecation", "-e", Script, packages])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await process.StandardInput.BaseStream.WriteAsync(png);
        process.StandardInput.Close();
        var answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return JsonSerializer.Deserialize<QrReading>(answer, JsonSerializerOptions.Web)!;
    }

    private static string TestsFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Hss.slnx")))
                return Path.Combine(folder.FullName, "tests");
        }

        throw new InvalidOperationException("The tests run outside the repository");
    }
}

/// <summary>What was read of an image.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Text">What the code says, or null when there is none.</param>
/// <param name="Version">The code's version: it has <c>17 + 4 x version</c> modules a side.</param>
/// <param name="Left">Pixels before the code.</param>
public sealed record QrReading(int Width, int Height, string? Text, int Version, double Left);
