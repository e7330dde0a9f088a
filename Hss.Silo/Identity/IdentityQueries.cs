using System.Collections.Immutable;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Identity;
using Hss.Interfaces.Identity;
using Hss.Silo.Journal;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Identity;

/// <summary>Lists of accounts and sessions, from committed rows.</summary>
public sealed class IdentityQueries(IJournal journal, EntityCodec codec, TimeProvider time, ILogger<IdentityQueries> log)
{
    private const int MaxSessions = 200;

    /// <summary>An account's sessions that live, newest first, at most 200.</summary>
    public async Task<ImmutableArray<SessionView>> Open(AccountView account, CancellationToken cancellation)
    {
        var page = await journal.List(
            new EntityQuery(SessionKind.Instance.Name) { Owner = account.Id, Statuses = ["open"], Sort = [new("created_at", Descending: true)], Limit = MaxSessions },
            cancellation).ConfigureAwait(false);
        var now = time.GetUtcNow();
        return [.. codec.DecodeReadable(SessionKind.Instance, page.Rows, log)
            .Select(r => r.State)
            .Where(s => s.ExpiresAt > now && SessionRules.IsBacked(s, account))
            .Select(SessionGrain.View)];
    }

    /// <summary>A page of all accounts, newest first, with their number.</summary>
    public async Task<(ImmutableArray<AccountView> Accounts, long Total)> Accounts(int limit, int offset, string? role, CancellationToken cancellation)
    {
        var page = await journal.List(
            new EntityQuery(AccountKind.Instance.Name)
            {
                ExceptStatuses = [AccountRules.Abandoned, AccountRules.Deleted],
                Links = role is null ? [] : [new("role", role)],
                Sort = [new("created_at", Descending: true)],
                Limit = limit,
                Offset = offset,
            },
            cancellation).ConfigureAwait(false);
        return ([.. codec.DecodeReadable(AccountKind.Instance, page.Rows, log).Select(r => AccountViews.Of(r.State) with { Version = r.Row.Version })], page.Total);
    }
}
