using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hss.Bench.Results;

/// <summary><c>bench/results/&lt;date&gt;.json</c>: a list of rows. A workload that is run again on the same day takes its rows' place.</summary>
internal static class ResultsFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>Writes rows into it; all rows that it then has.</summary>
    public static async Task<IReadOnlyList<Row>> Write(string path, IReadOnlyCollection<Row> rows)
    {
        List<Row> all = File.Exists(path) ? JsonSerializer.Deserialize<List<Row>>(await File.ReadAllTextAsync(path), Options)! : [];
        all.RemoveAll(old => rows.Any(r => r.Workload == old.Workload && r.Database == old.Database));
        all.AddRange(rows);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, JsonSerializer.Serialize(all, Options) + "\n");
        return all;
    }
}
