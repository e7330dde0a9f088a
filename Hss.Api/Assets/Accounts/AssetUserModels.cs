using System.ComponentModel.DataAnnotations;
using Hss.Api.Identity;
using Hss.Api.Platform;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Grains.Identity;
using Hss.Interfaces.Identity;
using Hss.Silo.Identity;

namespace Hss.Api.Assets.Accounts;

/// <summary>Credentials.</summary>
public sealed record LoginRequest
{
    /// <summary>The account's e-mail.</summary>
    [Required, Email]
    public string? Email { get; init; }

    /// <summary>The account's password, 1..200 characters.</summary>
    [Required(AllowEmptyStrings = true), StringLength(PasswordLengths.Max, MinimumLength = 1)]
    public string? Password { get; init; }
}

/// <summary>A new employee.</summary>
public sealed record RegisterRequest
{
    /// <summary>Unique without regard to case.</summary>
    [Required, Email]
    public string? Email { get; init; }

    /// <summary>8..200 characters.</summary>
    [Required, StringLength(PasswordLengths.Max, MinimumLength = PasswordLengths.Min)]
    public string? Password { get; init; }

    /// <summary>1..100 characters.</summary>
    [Required, StringLength(100, MinimumLength = 1)]
    public string? Name { get; init; }

    /// <summary>Up to 50 characters.</summary>
    [StringLength(50)]
    public string? EmployeeId { get; init; }

    /// <summary>Up to 100 characters.</summary>
    [StringLength(100)]
    public string? Department { get; init; }

    /// <summary>Only <c>employee</c>, unless an admin registers somebody.</summary>
    [AllowedValues(AssetRoles.Employee, AssetRoles.Manager, AssetRoles.Admin)]
    public string? Role { get; init; }
}

/// <summary>A user to make. Somebody who has an account elsewhere becomes a member; the password is then left alone.</summary>
public sealed record CreateUserRequest
{
    /// <summary>Unique without regard to case.</summary>
    [Required, Email]
    public string? Email { get; init; }

    /// <summary>8..200 characters.</summary>
    [Required, StringLength(PasswordLengths.Max, MinimumLength = PasswordLengths.Min)]
    public string? Password { get; init; }

    /// <summary>1..100 characters.</summary>
    [Required, StringLength(100, MinimumLength = 1)]
    public string? Name { get; init; }

    /// <summary><c>employee</c> when absent.</summary>
    [AllowedValues(AssetRoles.Employee, AssetRoles.Manager, AssetRoles.Admin)]
    public string? Role { get; init; }

    /// <summary>Up to 100 characters.</summary>
    [StringLength(100)]
    public string? Department { get; init; }

    /// <summary>Up to 50 characters.</summary>
    [StringLength(50)]
    public string? EmployeeId { get; init; }
}

/// <summary>What to change of a user; what is not named stays.</summary>
public sealed record UpdateUserRequest
{
    /// <summary>1..100 characters.</summary>
    [StringLength(100, MinimumLength = 1)]
    public string? Name { get; init; }

    /// <summary>The new role.</summary>
    [AllowedValues(AssetRoles.Employee, AssetRoles.Manager, AssetRoles.Admin)]
    public string? Role { get; init; }

    /// <summary>Up to 100 characters; null takes it away.</summary>
    [StringLength(100), NullTakesAway]
    public string? Department { get; init; }

    /// <summary>Up to 50 characters; null takes it away.</summary>
    [StringLength(50), NullTakesAway]
    public string? EmployeeId { get; init; }

    /// <summary>Whether the user may do anything here.</summary>
    public bool? IsActive { get; init; }
}

/// <summary>A refresh token to exchange.</summary>
public sealed record RefreshTokenRequest
{
    /// <summary>The newest refresh token of the session.</summary>
    [Required, StringLength(1000)]
    public string? RefreshToken { get; init; }
}

/// <summary>A change of one's own password.</summary>
public sealed record ChangePasswordRequest
{
    /// <summary>The password of now.</summary>
    [Required, StringLength(PasswordLengths.Max)]
    public string? OldPassword { get; init; }

    /// <summary>8..200 characters.</summary>
    [Required, StringLength(PasswordLengths.Max, MinimumLength = PasswordLengths.Min)]
    public string? NewPassword { get; init; }
}

/// <summary>A user of asset management.</summary>
/// <param name="Role"><c>admin</c>, <c>manager</c> or <c>employee</c>; empty for an account that is no member (any more).</param>
public sealed record User(
    [property: SchemaFormat("uuid")] string Id,
    string Email,
    string Name,
    string Role,
    string? Department,
    string? EmployeeId,
    bool IsActive,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    private const string DepartmentField = "department";

    private const string EmployeeIdField = "employee_id";

    /// <summary>As callers see it.</summary>
    public static User Of(AccountView account)
    {
        var profile = account.ProfileIn(Mounts.Sams.Name);
        var role = SystemRoles.Effective(Mounts.Sams.Name, account.MembershipIn(Mounts.Sams.Name), account.RoleIn(AccountRules.Platform)) ?? "";
        return new(
            account.Id,
            account.Email,
            PersonName.Join(profile.FirstName, profile.LastName),
            role,
            profile[DepartmentField],
            profile[EmployeeIdField],
            !account.Inactive.Contains(Mounts.Sams.Name) && !account.Inactive.Contains(AccountRules.Platform),
            account.CreatedAt,
            account.UpdatedAt);
    }

    /// <summary>A registration of a new member.</summary>
    internal static Registration Registration(string email, string name, string? password, string role, string? department, string? employeeId)
    {
        var (first, last) = PersonName.Split(name);
        return new(email, null, first, last, PasswordHasher.Digest(password!), [new(Mounts.Sams.Name, role)])
        {
            Profile = new(Mounts.Sams.Name, first, last, [new(DepartmentField, Texts.Kept(department)), new(EmployeeIdField, Texts.Kept(employeeId))]),
        };
    }

    /// <summary>A change of a member.</summary>
    internal static MemberChange Change(Change<UpdateUserRequest> change)
    {
        var body = change.Body;
        var (first, last) = body.Name is { } name ? PersonName.Split(name) : ((string?)null, (string?)null);
        ProfileField[] fields = [new(DepartmentField, Texts.Kept(body.Department)), new(EmployeeIdField, Texts.Kept(body.EmployeeId))];
        return new(Mounts.Sams.Name, body.Role, body.IsActive, new(Mounts.Sams.Name, first, last, [.. fields.Where(f => change.Fields.Contains(f.Name))]));
    }
}

/// <summary>Who signed in, with the tokens.</summary>
public sealed record AuthResponse(User User, string AccessToken, string RefreshToken, string TokenType)
{
    /// <summary>As the system shows them.</summary>
    public static AuthResponse Of(Tokens tokens) => new(User.Of(tokens.Account), tokens.Access, tokens.Refresh, "bearer");
}
