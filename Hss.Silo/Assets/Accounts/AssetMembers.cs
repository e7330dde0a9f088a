using System.Collections.Frozen;
using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Identity;
using Hss.Interfaces.Identity;
using Hss.Silo.Journal;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Assets.Accounts;

/// <summary>Which members a list wants.</summary>
/// <param name="Text">What name, e-mail or department contains, without regard to case.</param>
/// <param name="Role">Only these.</param>
/// <param name="Active">Only those that are switched on, or off.</param>
public sealed record MemberFilter(string? Text = null, string? Role = null, bool? Active = null);

/// <summary>The members of asset management, from committed rows. Platform operators are not among them unless they have a role of it.</summary>
public sealed class AssetMembers(IJournal journal, EntityCodec codec, ILogger<AssetMembers> log)
{
    /// <summary>The system's key in roles.</summary>
    public const string System = "sams";

    /// <summary>A page of members, newest first, with the number of all that match.</summary>
    public async Task<(ImmutableArray<AccountView> Members, long Total)> List(MemberFilter filter, int skip, int limit, CancellationToken cancellation)
    {
        var page = await journal.List(
            new EntityQuery(AccountKind.Instance.Name)
            {
                Search = filter.Text is { } text ? SearchText.Of(text) : null,
                Facets = [.. Facets(filter)],
                Sort = [new("created_at", Descending: true)],
                Limit = limit,
                Offset = skip,
            },
            cancellation).ConfigureAwait(false);
        return ([.. Views(page)], page.Total);
    }

    /// <summary>Accounts by id, members or not any more; unknown and deleted ones are left out.</summary>
    public async Task<FrozenDictionary<string, AccountView>> Find(IEnumerable<string> ids, CancellationToken cancellation)
    {
        ImmutableArray<string> wanted = [.. ids.Distinct(StringComparer.Ordinal)];
        if (wanted.IsEmpty)
            return FrozenDictionary<string, AccountView>.Empty;
        var page = await journal.List(
            new EntityQuery(AccountKind.Instance.Name) { Ids = wanted, Statuses = [AccountRules.Active, AccountRules.Inactive], Limit = int.MaxValue },
            cancellation).ConfigureAwait(false);
        return Views(page).ToFrozenDictionary(a => a.Id, StringComparer.Ordinal);
    }

    private IEnumerable<AccountView> Views(EntityPage page) =>
        codec.DecodeReadable(AccountKind.Instance, page.Rows, log).Select(r => AccountViews.Of(r.State) with { Version = r.Row.Version });

    private static IEnumerable<FacetFilter> Facets(MemberFilter filter)
    {
        // Whoever has the facet is a member.
        yield return filter.Role is { } role
            ? new(AccountKind.AssetRoleFacet, FacetOperator.Equal, role)
            : new(AccountKind.AssetRoleFacet, FacetOperator.AtLeast, "");
        if (filter.Active is { } active)
            yield return new(AccountKind.AssetActiveFacet, FacetOperator.Equal, active ? "true" : "false");
    }
}
