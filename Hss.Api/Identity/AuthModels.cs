using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Hss.Api.Platform.Wire;
using Hss.Interfaces.Identity;
using Hss.Silo.Identity;

namespace Hss.Api.Identity;

/// <summary>Passwords have 8..200 characters, unless a mount says otherwise (contracts, section 3).</summary>
public static class PasswordLengths
{
    /// <summary>The shortest.</summary>
    public const int Min = 8;

    /// <summary>The longest.</summary>
    public const int Max = 200;
}

/// <summary>A new account.</summary>
public sealed record RegisterBody
{
    /// <summary>Unique without regard to case.</summary>
    [Required, Email]
    public string? Email { get; init; }

    /// <summary>8..200 characters.</summary>
    [Required, StringLength(PasswordLengths.Max, MinimumLength = PasswordLengths.Min)]
    public string? Password { get; init; }

    /// <summary>Up to 200 characters.</summary>
    [StringLength(200)]
    public string? FirstName { get; init; }

    /// <summary>Up to 200 characters.</summary>
    [StringLength(200)]
    public string? LastName { get; init; }
}

/// <summary>Credentials.</summary>
public sealed record LoginBody
{
    /// <summary>The account's e-mail.</summary>
    [Required, StringLength(254)]
    public string? Email { get; init; }

    /// <summary>The account's password.</summary>
    [Required, StringLength(PasswordLengths.Max)]
    public string? Password { get; init; }
}

/// <summary>A refresh token; browsers leave it out and send their cookie.</summary>
public sealed record RefreshBody
{
    /// <summary>The newest refresh token of the session.</summary>
    [StringLength(1000)]
    public string? RefreshToken { get; init; }
}

/// <summary>A change of password.</summary>
public sealed record ChangePasswordBody
{
    /// <summary>The password of now.</summary>
    [Required, StringLength(PasswordLengths.Max)]
    public string? CurrentPassword { get; init; }

    /// <summary>8..200 characters.</summary>
    [Required, StringLength(PasswordLengths.Max, MinimumLength = PasswordLengths.Min)]
    public string? NewPassword { get; init; }
}

/// <summary>Whose password to reset.</summary>
public sealed record ForgotPasswordBody
{
    /// <summary>The account's e-mail.</summary>
    [Required, Email]
    public string? Email { get; init; }
}

/// <summary>A new password by a mailed token.</summary>
public sealed record ResetPasswordBody
{
    /// <summary>The token of the mail.</summary>
    [Required, StringLength(200)]
    public string? Token { get; init; }

    /// <summary>8..200 characters.</summary>
    [Required, StringLength(PasswordLengths.Max, MinimumLength = PasswordLengths.Min)]
    public string? NewPassword { get; init; }
}

/// <summary>An account.</summary>
public sealed record AccountAnswer(
    string Id,
    string Email,
    string? Username,
    string FirstName,
    string LastName,
    IReadOnlyDictionary<string, string> Roles,
    ImmutableArray<string> Inactive,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    /// <summary>As the platform shows it.</summary>
    public static AccountAnswer Of(AccountView account) => new(
        account.Id,
        account.Email,
        account.Username,
        account.FirstName,
        account.LastName,
        account.Roles.ToDictionary(r => r.System, r => r.Role!),
        account.Inactive,
        account.CreatedAt,
        account.UpdatedAt);
}

/// <summary>The tokens of a sign-in.</summary>
/// <param name="ExpiresIn">Seconds until the access token expires.</param>
public sealed record TokensAnswer(string AccessToken, string RefreshToken, string TokenType, int ExpiresIn, AccountAnswer User)
{
    /// <summary>As the platform shows them.</summary>
    public static TokensAnswer Of(Tokens tokens) =>
        new(tokens.Access, tokens.Refresh, "bearer", (int)tokens.AccessLifetime.TotalSeconds, AccountAnswer.Of(tokens.Account));
}

/// <summary>One of the caller's sessions.</summary>
public sealed record SessionAnswer(
    string Id, string SignedInOn, string? Agent, DateTimeOffset OpenedAt, DateTimeOffset RefreshedAt, DateTimeOffset ExpiresAt, bool Current);

/// <summary>The caller's open sessions.</summary>
public sealed record SessionsAnswer(ImmutableArray<SessionAnswer> Sessions);

/// <summary>A sentence for people.</summary>
public sealed record NoticeAnswer(string Message);
