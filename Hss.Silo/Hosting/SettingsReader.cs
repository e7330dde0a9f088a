using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;

namespace Hss.Silo.Hosting;

/// <summary>Reads settings and gathers every fault, so that a start names all that is wrong at once, one line each.</summary>
public sealed class SettingsReader(IConfiguration configuration)
{
    private readonly List<string> _faults = [];

    /// <summary>What was wrong so far.</summary>
    public ImmutableArray<string> Faults => [.. _faults];

    /// <summary>Notes a fault.</summary>
    public void Fault(string message) => _faults.Add(message);

    /// <summary>A text, or null when it is absent or blank. <c>NAME_FILE</c> names a file that holds the value (secrets).</summary>
    public string? Text(string name)
    {
        if (configuration[name] is { } value && !string.IsNullOrWhiteSpace(value))
            return value.Trim();
        if (configuration[$"{name}_FILE"] is not { Length: > 0 } file)
            return null;
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Fault($"{name}_FILE: {file} cannot be read ({e.Message})");
            return null;
        }
    }

    /// <summary>A list separated by commas or semicolons, or an array of appsettings; empty when absent.</summary>
    public ImmutableArray<string> List(string name) => Text(name) is { } text
        ? [.. text.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]
        : [.. configuration.GetSection(name).GetChildren().Select(c => c.Value).OfType<string>()];

    /// <summary>A whole number within bounds.</summary>
    public int Number(string name, int otherwise, int least, int most)
    {
        if (Text(name) is not { } text)
            return otherwise;
        if (int.TryParse(text, out var number) && number >= least && number <= most)
            return number;
        Fault($"{name}: '{text}' is no whole number from {least} to {most}");
        return otherwise;
    }

    /// <summary><c>true</c>/<c>false</c>, <c>1</c>/<c>0</c>, <c>yes</c>/<c>no</c>, <c>on</c>/<c>off</c>.</summary>
    public bool Flag(string name, bool otherwise)
    {
        switch (Text(name)?.ToLowerInvariant())
        {
            case null:
                return otherwise;
            case "true" or "1" or "yes" or "on":
                return true;
            case "false" or "0" or "no" or "off":
                return false;
            case var text:
                Fault($"{name}: '{text}' is neither true nor false");
                return otherwise;
        }
    }
}
