using System.Collections.Immutable;
using Hss.Interfaces.Identity;

namespace Hss.Silo.Identity;

/// <summary>Finds out whose access token it is, from the signature, the clock, and the session's own current state.</summary>
public interface IAccessCheck
{
    /// <summary>The signed-in account, or null when the token (or the handle of a cookie) is malformed, forged, expired, or its session has ended.</summary>
    /// <exception cref="Hss.Interfaces.Entities.JournalException">The session cannot be asked now: 503, never a pass.</exception>
    ValueTask<SignedIn?> Check(string accessToken);
}

/// <summary>A signed-in account with its roles of this moment.</summary>
/// <param name="AccountId">The account's UUID, lower case with hyphens.</param>
/// <param name="Username">Reservia's name, when the account has one.</param>
/// <param name="Roles">Role by system: <c>hss</c>, <c>store</c>, <c>sams</c>, <c>reservia</c>, <c>luna</c>, <c>platform</c>.</param>
/// <param name="SessionId">The session that the token belongs to.</param>
public sealed record SignedIn(
    string AccountId, string Email, string? Username, ImmutableSortedDictionary<string, string> Roles, string SessionId)
{
    /// <summary>Systems whose membership is switched off; <c>platform</c> stands for the whole account.</summary>
    public ImmutableArray<string> Inactive { get; init; } = [];

    /// <summary>An account behind a session.</summary>
    public static SignedIn Of(AccountView account, string session) => new(
        account.Id, account.Email, account.Username, account.Roles.ToImmutableSortedDictionary(r => r.System, r => r.Role!), session)
    {
        Inactive = account.Inactive,
    };
}
