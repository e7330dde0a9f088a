using System.ComponentModel.DataAnnotations;
using Hss.Api.Identity;
using Hss.Api.Platform;
using Hss.Api.Platform.Wire;
using Hss.Grains.Identity;
using Hss.Interfaces.Identity;

namespace Hss.Api.Shop.Accounts;

/// <summary>A new customer.</summary>
public sealed record StoreRegisterBody
{
    /// <summary>1..100 characters.</summary>
    [Required, StringLength(100, MinimumLength = 1)]
    public string? FirstName { get; init; }

    /// <summary>1..100 characters.</summary>
    [Required, StringLength(100, MinimumLength = 1)]
    public string? LastName { get; init; }

    /// <summary>Unique without regard to case.</summary>
    [Required, Email]
    public string? Email { get; init; }

    /// <summary>8..200 characters.</summary>
    [Required, StringLength(PasswordLengths.Max, MinimumLength = PasswordLengths.Min)]
    public string? Password { get; init; }

    /// <summary>Up to 500 characters.</summary>
    [StringLength(500)]
    public string? Address { get; init; }

    /// <summary>Only <c>customer</c>: the other roles are given.</summary>
    [AllowedValues("customer", "product_manager", "sales_manager", "support_agent")]
    public string? Role { get; init; }
}

/// <summary>What to change of a user; what is not named stays.</summary>
public sealed record StoreProfileBody
{
    /// <summary>1..100 characters.</summary>
    [StringLength(100, MinimumLength = 1)]
    public string? FirstName { get; init; }

    /// <summary>1..100 characters.</summary>
    [StringLength(100, MinimumLength = 1)]
    public string? LastName { get; init; }

    /// <summary>Up to 500 characters.</summary>
    [StringLength(500)]
    public string? Address { get; init; }
}

/// <summary>A user of the store.</summary>
public sealed record StoreUser(string Id, string FirstName, string LastName, string Email, string Role, string Address, string TaxId)
{
    /// <summary>The address of those who gave none.</summary>
    public const string DefaultAddress = "123 Sales St, Commerce City";

    /// <summary>The tax id of those who gave none.</summary>
    public const string DefaultTaxId = "11111111111";

    /// <summary>As the store shows it.</summary>
    public static StoreUser Of(AccountView account)
    {
        var profile = account.ProfileIn(Mounts.Store.Name);
        var role = SystemRoles.Effective(Mounts.Store.Name, account.RoleIn(Mounts.Store.Name), account.RoleIn(AccountRules.Platform)) ?? "";
        return new(account.Id, profile.FirstName, profile.LastName, account.Email, role, profile["address"] ?? DefaultAddress, profile["tax_id"] ?? DefaultTaxId);
    }

    /// <summary>A change of the store's profile; null stays.</summary>
    public static ProfileChange Profile(string? firstName, string? lastName, string? address) =>
        new(Mounts.Store.Name, firstName, lastName, string.IsNullOrWhiteSpace(address) ? [] : [new("address", address.Trim())]);
}

/// <summary>Who signed in.</summary>
public sealed record StoreSignedIn(string UserId, string FirstName, string LastName, string Email, string Role, string Address, string TaxId)
{
    /// <summary>As the store shows it.</summary>
    public static StoreSignedIn Of(AccountView account)
    {
        var user = StoreUser.Of(account);
        return new(user.Id, user.FirstName, user.LastName, user.Email, user.Role, user.Address, user.TaxId);
    }
}

/// <summary>A sentence for people.</summary>
public sealed record DetailAnswer(string Detail);
