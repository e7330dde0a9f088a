using System.ComponentModel.DataAnnotations;
using Hss.Api.Identity;
using Hss.Api.Platform;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Grains.Identity;
using Hss.Interfaces.Identity;
using Hss.Silo.Identity;

namespace Hss.Api.Library.Accounts;

/// <summary>Letters, digits and something else (contracts, section 4).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LunaPasswordAttribute : ValidationAttribute
{
    /// <summary>Says what a password needs.</summary>
    public LunaPasswordAttribute() => ErrorMessage = "must have letters, digits and a special character";

    /// <inheritdoc />
    public override bool IsValid(object? value) =>
        value is not string text || (text.Any(char.IsLetter) && text.Any(char.IsDigit) && text.Any(c => !char.IsLetterOrDigit(c)));
}

/// <summary>A new account.</summary>
[SchemaName("RegisterBody")]
public sealed record LunaRegisterBody
{
    internal const int MaxName = 200;
    internal const int MaxPhone = 40;

    /// <summary>Unique without regard to case.</summary>
    [Required, Email]
    public string? Email { get; init; }

    /// <summary>8..200 characters with letters, digits and a special character.</summary>
    [Required, StringLength(PasswordLengths.Max, MinimumLength = PasswordLengths.Min), LunaPassword]
    public string? Password { get; init; }

    /// <summary>1..200 characters.</summary>
    [Required, StringLength(MaxName, MinimumLength = 1)]
    public string? FirstName { get; init; }

    /// <summary>1..200 characters.</summary>
    [Required, StringLength(MaxName, MinimumLength = 1)]
    public string? LastName { get; init; }

    /// <summary>Up to 40 characters.</summary>
    [StringLength(MaxPhone)]
    public string? PhoneNumber { get; init; }

    /// <summary>Above <c>STUDENT</c> only for admins.</summary>
    [AllowedValues(LunaRoles.Student, LunaRoles.Librarian, LunaRoles.Admin)]
    public string? Role { get; init; }

    internal Registration Registration(string role) => new(
        Email!, null, FirstName!.Trim(), LastName!.Trim(), PasswordHasher.Digest(Password!), [new(Mounts.Luna.Name, role)])
    {
        Profile = LunaUser.Profile(FirstName.Trim(), LastName.Trim(), PhoneNumber is { } phone ? new(phone) : null),
    };
}

/// <summary>What to change of one's own profile; what is not named stays.</summary>
[SchemaName("ProfileBody")]
public sealed record LunaProfileBody
{
    /// <summary>1..200 characters.</summary>
    [StringLength(LunaRegisterBody.MaxName, MinimumLength = 1)]
    public string? FirstName { get; init; }

    /// <summary>1..200 characters.</summary>
    [StringLength(LunaRegisterBody.MaxName, MinimumLength = 1)]
    public string? LastName { get; init; }

    /// <summary>Up to 40 characters; null takes it away.</summary>
    [StringLength(LunaRegisterBody.MaxPhone), NullTakesAway]
    public string? PhoneNumber { get; init; }
}

/// <summary>A refresh token to exchange.</summary>
[SchemaName("RefreshBody")]
public sealed record LunaRefreshBody
{
    /// <summary>The newest refresh token of the session.</summary>
    [Required, StringLength(1000)]
    public string? RefreshToken { get; init; }
}

/// <summary>A change of one's own password.</summary>
[SchemaName("ChangePasswordBody")]
public sealed record LunaChangePasswordBody
{
    /// <summary>The password of now.</summary>
    [Required, StringLength(PasswordLengths.Max)]
    public string? CurrentPassword { get; init; }

    /// <summary>8..200 characters with letters, digits and a special character.</summary>
    [Required, StringLength(PasswordLengths.Max, MinimumLength = PasswordLengths.Min), LunaPassword]
    public string? NewPassword { get; init; }
}

/// <summary>A new password by a mailed token.</summary>
[SchemaName("ResetPasswordBody")]
public sealed record LunaResetPasswordBody
{
    /// <summary>The token of the mail.</summary>
    [Required, StringLength(200)]
    public string? Token { get; init; }

    /// <summary>8..200 characters with letters, digits and a special character.</summary>
    [Required, StringLength(PasswordLengths.Max, MinimumLength = PasswordLengths.Min), LunaPassword]
    public string? NewPassword { get; init; }
}

/// <summary>A member of the library.</summary>
[SchemaName("User")]
public sealed record LunaUser(
    [property: SchemaFormat("uuid")] string Id,
    string Email,
    string FirstName,
    string LastName,
    [property: AllowedValues(LunaRoles.Student, LunaRoles.Librarian, LunaRoles.Admin)] string Role,
    string? PhoneNumber,
    bool IsActive,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    private const string Phone = "phone_number";

    /// <summary>As LUNA shows it; an operator of the platform is an admin here.</summary>
    public static LunaUser Of(AccountView account)
    {
        var profile = account.ProfileIn(Mounts.Luna.Name);
        return new(
            account.Id,
            account.Email,
            profile.FirstName,
            profile.LastName,
            SystemRoles.Effective(Mounts.Luna.Name, account.MembershipIn(Mounts.Luna.Name), account.RoleIn(Mounts.Root.Name)) ?? LunaRoles.Student,
            profile[Phone],
            !account.Inactive.Contains(Mounts.Luna.Name) && !account.Inactive.Contains(Mounts.Root.Name),
            account.CreatedAt,
            account.UpdatedAt);
    }

    /// <summary>A change of what LUNA knows of its member.</summary>
    /// <param name="phone">The new number, or one without text to take it away; null leaves it.</param>
    internal static ProfileChange Profile(string? firstName, string? lastName, PhoneNumber? phone) => new(
        Mounts.Luna.Name, firstName, lastName, phone is null ? [] : [new(Phone, string.IsNullOrWhiteSpace(phone.Text) ? null : phone.Text.Trim())]);
}

/// <summary>A telephone number that is named, perhaps to be taken away.</summary>
internal sealed record PhoneNumber(string? Text);

/// <summary>Somebody is signed in.</summary>
/// <param name="AccessToken">Null when an admin has added somebody who had an account already: its password is its owner's.</param>
/// <param name="RefreshToken">Null likewise.</param>
/// <param name="ExpiresIn">Seconds until the access token expires; 900.</param>
/// <param name="TokenType">Always <c>Bearer</c>.</param>
[SchemaName("SignedIn")]
public sealed record LunaSignedIn(LunaUser User, string? AccessToken, string? RefreshToken, int ExpiresIn, string TokenType)
{
    /// <summary>As LUNA shows it.</summary>
    public static LunaSignedIn Of(Tokens tokens) => new(
        LunaUser.Of(tokens.Account), tokens.Access, tokens.Refresh, (int)tokens.AccessLifetime.TotalSeconds, "Bearer");

    /// <summary>Of somebody whom an admin has added.</summary>
    public static LunaSignedIn Added(AccountView account) => new(LunaUser.Of(account), null, null, 0, "Bearer");
}
