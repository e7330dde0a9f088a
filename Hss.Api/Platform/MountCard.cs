namespace Hss.Api.Platform;

/// <summary>How a mount introduces itself in its welcome and its health, where clients of the earlier system expect words of their own.</summary>
public sealed record MountCard
{
    /// <summary>What health says when all is well.</summary>
    public string Status { get; init; } = "healthy";

    /// <summary>The service's name; the mount's when null.</summary>
    public string? Service { get; init; }

    /// <summary>The version of its interface; the program's when null.</summary>
    public string? Version { get; init; }

    /// <summary>The message of a welcome that names message, version, docs and health; null for the usual one.</summary>
    public string? Welcome { get; init; }

    /// <summary>Whether health names the environment.</summary>
    public bool ShowsEnvironment { get; init; }
}
