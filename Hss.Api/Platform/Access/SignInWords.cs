using System.Collections.Immutable;

namespace Hss.Api.Platform.Access;

/// <summary>What a system says to callers that may not go on; each mount has its own.</summary>
public sealed record SignInWords
{
    /// <summary>What most systems say.</summary>
    public static readonly SignInWords Usual = new();

    /// <summary>Asset management's, from the earlier system's clients.</summary>
    public static readonly SignInWords Assets = new()
    {
        NoToken = "Not authenticated",
        BadToken = "Could not validate credentials",
        WrongRole = static roles => $"Insufficient permissions. Required roles: [{string.Join(", ", roles.Select(r => $"'{r}'"))}]",
        SwitchedOff = "User account is inactive",
    };

    /// <summary>The reservation queues', from the earlier system's clients.</summary>
    public static readonly SignInWords Reservations = new()
    {
        NoToken = "User authentication required",
        WrongRole = static roles => roles.Contains("user") ? "An administrator has to add this account first" : "Admin access required",
    };

    /// <summary>The request has no token (401).</summary>
    public string NoToken { get; init; } = "Authentication is required";

    /// <summary>The token is malformed, forged, expired, or its session has ended (401).</summary>
    public string BadToken { get; init; } = "The token is invalid or has expired";

    /// <summary>The caller has none of these roles, in the order of the alphabet (403).</summary>
    public Func<ImmutableArray<string>, string> WrongRole { get; init; } = static _ => "Insufficient permissions";

    /// <summary>The caller's membership is switched off (403); null: the same as a wrong role.</summary>
    public string? SwitchedOff { get; init; }
}
