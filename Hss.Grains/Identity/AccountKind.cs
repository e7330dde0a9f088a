using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;

namespace Hss.Grains.Identity;

/// <summary>Accounts in the journal.</summary>
public sealed class AccountKind() : EntityKind<AccountState>(
    "account",
    schema: 1,
    EventType.Of<AccountCreated>("account.created"),
    EventType.Of<RegistrationAbandoned>("account.abandoned"),
    EventType.Of<RolesChanged>("account.roles_changed"),
    EventType.Of<UsernameTaken>("account.username_taken"),
    EventType.Of<EmailChanged>("account.email_changed"),
    EventType.Of<ProfileChanged>("account.profile_changed"),
    EventType.Of<ActivityChanged>("account.activity_changed"),
    EventType.Of<MemberLeft>("account.left"),
    EventType.Of<AccountDeleted>("account.deleted"),
    EventType.Of<SignInFailed>("account.sign_in_failed"),
    EventType.Of<AccountLocked>("account.locked"),
    EventType.Of<PasswordChanged>("account.password_changed"),
    EventType.Of<PasswordResetRequested>("account.reset_requested"))
{
    /// <summary>The facet of the role in asset management, also of members that are switched off.</summary>
    public const string AssetRoleFacet = "sams_role";

    /// <summary>The facet that says whether a member of asset management is switched on: <c>true</c> or <c>false</c>.</summary>
    public const string AssetActiveFacet = "sams_active";

    /// <summary>The link of a member's number on <c>/reservia</c>: no two have the same.</summary>
    public const string ReserviaNumber = "reservia_number";

    private const string Assets = "sams";

    private const string Reservations = "reservia";

    /// <summary>The one instance.</summary>
    public static readonly AccountKind Instance = new();

    /// <inheritdoc />
    public override ImmutableArray<FacetIndex> Facets => [new(Name, AssetRoleFacet), new(Name, AssetActiveFacet)];

    /// <inheritdoc />
    public override IEntityGrain Grain(IGrainFactory grains, EntityKey key) => grains.GetGrain<IAccountGrain>(key.ToString());

    /// <inheritdoc />
    public override AccountState Initial(string id) => new(id);

    /// <inheritdoc />
    public override AccountState Apply(AccountState state, IEntityEvent e) => AccountRules.Apply(state, e);

    /// <inheritdoc />
    public override EntityIndex Index(AccountState state) =>
        state.Roles.TryGetValue(Assets, out var role) ? OfAssets(state, role) : new(state.Id, state.Status);

    /// <inheritdoc />
    public override ImmutableArray<EntityLink> Links(AccountState state)
    {
        var roles = state.Roles.Select(r => new EntityLink("role", $"{r.Key}:{r.Value}"));
        return Profiles.NumberOf(state, Reservations) is { } number ? [.. roles, new(ReserviaNumber, number, Unique: true)] : [.. roles];
    }

    // Admins of asset management look for members by name, e-mail and department. Nothing else of a profile is searchable: it may be personal.
    private static EntityIndex OfAssets(AccountState state, string role)
    {
        var profile = AccountViews.Of(state).ProfileIn(Assets);
        var active = !state.Inactive.Contains(Assets) && !state.Inactive.Contains(AccountRules.Platform);
        return new(
            state.Id,
            state.Status,
            // On lines of their own: no search goes from one field into the next.
            string.Join('\n', SearchText.Of(profile.FirstName, profile.LastName), SearchText.Of(state.Email), SearchText.Of(profile["department"])),
            new JsonObject { [AssetRoleFacet] = role, [AssetActiveFacet] = active ? "true" : "false" }.ToJsonString());
    }
}
