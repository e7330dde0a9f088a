using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Hss.Silo.Journal.Migrations;

/// <summary>One numbered step of a database's schema, from an embedded SQL file.</summary>
/// <param name="Checksum">SHA-256 of the text: an applied step never changes.</param>
public sealed record Migration(int Number, string Name, string Sql, string Checksum)
{
    /// <summary>The schema number of this program. A database that asks for a higher one (<c>min_program</c>) is refused.</summary>
    public const int Program = 2;

    /// <summary>All steps for a database, in order.</summary>
    /// <param name="database"><c>Sqlite</c> or <c>Postgres</c>.</param>
    public static IReadOnlyList<Migration> For(string database)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var folder = $"Hss.Silo.Journal.Migrations.{database}.";
        return [.. assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => Read(assembly, n, n[folder.Length..]))];
    }

    private static Migration Read(Assembly assembly, string resource, string file)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        var sql = reader.ReadToEnd();
        return new(int.Parse(file[..3]), Path.GetFileNameWithoutExtension(file), sql, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql))));
    }
}
