using System.Collections.Immutable;
using System.Security.Cryptography;
using Hss.Grains.Entities.Codec;

namespace Hss.Silo.Hosting;

/// <summary>The secrets of the server: keys that sign tokens and keys that encrypt personal data, newest first.</summary>
public sealed record KeySettings(ImmutableArray<DataKey> Signing, ImmutableArray<DataKey> Data)
{
    /// <summary>
    /// Reads <c>HSS_SIGNING_KEYS</c> and <c>HSS_DATA_KEYS</c> (<c>id:base64,…</c>, 32 bytes each). In Development a missing one is made once
    /// under <c>&lt;data&gt;/keys/</c>; anywhere else it is a fault.
    /// </summary>
    /// <param name="created">The files that were made.</param>
    public static KeySettings Read(SettingsReader settings, string dataFolder, bool development, out ImmutableArray<string> created)
    {
        var made = new List<string>();
        var keys = new KeySettings(One("HSS_SIGNING_KEYS", "signing.keys"), One("HSS_DATA_KEYS", "data.keys"));
        created = [.. made];
        return keys;

        ImmutableArray<DataKey> One(string name, string file)
        {
            if (settings.Text(name) is { } text)
                return Parse(settings, name, text);
            if (!development)
            {
                settings.Fault($"{name}: missing (id:base64 of 32 bytes, newest first, separated by commas)");
                return [];
            }

            var path = Path.Combine(dataFolder, "keys", file);
            if (!File.Exists(path))
            {
                Create(path);
                made.Add(path);
            }

            return Parse(settings, path, File.ReadAllText(path).Trim());
        }
    }

    /// <summary>A new key in the form that the settings take.</summary>
    public static string NewKey(string id) => $"{id}:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(DataKeyRing.KeySize))}";

    private static void Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        using var writer = new StreamWriter(file);
        writer.Write(NewKey("dev1"));
    }

    private static ImmutableArray<DataKey> Parse(SettingsReader settings, string name, string text)
    {
        var keys = ImmutableArray.CreateBuilder<DataKey>();
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            var secret = new byte[DataKeyRing.KeySize];
            if (colon is < 1 or > 32 || !Convert.TryFromBase64String(part[(colon + 1)..], secret, out var length) || length != secret.Length)
                settings.Fault($"{name}: key number {keys.Count + 1} is not id:base64 of {DataKeyRing.KeySize} bytes");
            else if (keys.Any(k => k.Id == part[..colon]))
                settings.Fault($"{name}: the id '{part[..colon]}' stands there twice");
            else
                keys.Add(new(part[..colon], secret));
        }

        return keys.ToImmutable();
    }
}
