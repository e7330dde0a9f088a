using System.Collections.Immutable;
using System.Globalization;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Identity;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;
using Hss.Interfaces.Reservations;
using Hss.Silo.Identity;
using Hss.Silo.Journal;
using Hss.Silo.Numbers;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Reservations;

/// <summary>A user as queues know one.</summary>
/// <param name="Number">The user's id on <c>/reservia</c>.</param>
public sealed record ReservationUser(string AccountId, long Number, string Name, int Priority);

/// <summary>
/// The members of <c>/reservia</c>. Its clients count users, so every member has a number beside the account's id; whoever comes in another way
/// (an operator, a role given by one) gets it on the first call.
/// </summary>
public sealed class ReservationUsers(IdentityService identity, IJournal journal, EntityCodec codec, NumberBlocks numbers, ILogger<ReservationUsers> log)
{
    /// <summary>The system's key.</summary>
    public const string System = "reservia";

    private const string Sequence = "reservia.user";

    private const string PriorityField = "priority";

    // A person without e-mail: nobody can have an address there (RFC 2606).
    private const string NoMailDomain = "@no-email.invalid";

    /// <summary>What queues need to know of an account; it gets its number now when it has none.</summary>
    public async Task<ReservationUser> Of(AccountView account)
    {
        if (Number(account) is null)
        {
            var numbered = await identity.Account(account.Id).SetProfile(CallContext.System("number"), await Numbered().ConfigureAwait(false)).ConfigureAwait(false);
            account = numbered.Value ?? account;
        }

        return new(account.Id, Number(account) ?? 0, NameOf(account), PriorityOf(account));
    }

    /// <summary>Adds a user, or makes the account of a known e-mail one, whose password then stays.</summary>
    public async Task<Outcome<AccountView>> Add(CallContext context, string name, string? email, string? digest)
    {
        var plain = context.OfOneStep();
        if (email is null)
            return await Register(plain, name, $"{Guid.NewGuid():N}{NoMailDomain}", digest).ConfigureAwait(false);
        if (await identity.FindByEmail(email).ConfigureAwait(false) is not { } known)
            return await Register(plain, name, email, digest).ConfigureAwait(false);
        if (known.RoleIn(System) is not null || known.Inactive.Contains(System) || (known.Username is { } other && !Same(other, name)))
            return EmailTaken(email);
        if (known.Username is null && (await identity.TakeUsername(plain, known.Id, name).ConfigureAwait(false)).Refusal is not null)
            return NameTaken(name);
        var joined = await identity.Account(known.Id).Join(plain, System, SystemRoles.Lowest(System), await Numbered().ConfigureAwait(false)).ConfigureAwait(false);
        return joined.Accepted ? joined : EmailTaken(email);
    }

    /// <summary>The member with a number, or null.</summary>
    public async Task<AccountView?> Find(long number)
    {
        var page = await journal.List(
            new EntityQuery(AccountKind.Instance.Name) { Links = [new(AccountKind.ReserviaNumber, number.ToString(CultureInfo.InvariantCulture))], Limit = 1 },
            default).ConfigureAwait(false);
        return page.Rows is [var row] && await identity.Account(row.Key.Id).Get().ConfigureAwait(false) is { } account && account.RoleIn(System) is not null ? account : null;
    }

    /// <summary>All members, by their numbers.</summary>
    public async Task<ImmutableArray<AccountView>> All(CancellationToken cancellation)
    {
        var members = ImmutableArray.CreateBuilder<AccountView>();
        foreach (var role in SystemRoles.Of(System))
        {
            var page = await journal.List(
                new EntityQuery(AccountKind.Instance.Name) { Links = [new("role", $"{System}:{role}")], Limit = int.MaxValue }, cancellation).ConfigureAwait(false);
            members.AddRange(codec.DecodeReadable(AccountKind.Instance, page.Rows, log).Select(r => AccountViews.Of(r.State) with { Version = r.Row.Version }));
        }

        foreach (var newcomer in members.Where(m => Number(m) is null).ToArray())
        {
            await Of(newcomer).ConfigureAwait(false);
            members[members.IndexOf(newcomer)] = (await identity.Account(newcomer.Id).Get().ConfigureAwait(false))!;
        }

        return [.. members.Where(m => m.RoleIn(System) is not null).OrderBy(Number)];
    }

    /// <summary>Sets the priority of a member's next requests.</summary>
    public Task<Outcome<AccountView>> SetPriority(CallContext context, AccountView account, int priority) => identity.Account(account.Id).SetProfile(
        context with { Operation = null }, new(System, null, null, [new(PriorityField, priority.ToString(CultureInfo.InvariantCulture))]));

    /// <summary>A member's number, or null.</summary>
    public static long? Number(AccountView account) =>
        long.TryParse(account.ProfileIn(System)[Profiles.Number], CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>What a member is called.</summary>
    public static string NameOf(AccountView account) => account.Username ?? account.Email;

    /// <summary>A member's e-mail, or null for one who has none.</summary>
    public static string? EmailOf(AccountView account) => account.Email.EndsWith(NoMailDomain, StringComparison.Ordinal) ? null : account.Email;

    /// <summary>The priority of a member's requests.</summary>
    public static int PriorityOf(AccountView account) =>
        int.TryParse(account.ProfileIn(System)[PriorityField], CultureInfo.InvariantCulture, out var priority) ? priority : QueuePriority.Default;

    private async Task<Outcome<AccountView>> Register(CallContext context, string name, string email, string? digest)
    {
        var made = await identity.Register(
            context, new(email, name, "", "", digest, [new(System, SystemRoles.Lowest(System))]) { Profile = await Numbered().ConfigureAwait(false) }).ConfigureAwait(false);
        return made.Refusal switch
        {
            { Message: IdentityService.UsernameTaken } => NameTaken(name),
            { Code: RefusalCodes.Conflict } => EmailTaken(email),
            _ => made,
        };
    }

    private async Task<ProfileChange> Numbered() =>
        new(System, null, null, [new(Profiles.Number, (await numbers.Next(Sequence).ConfigureAwait(false)).ToString(CultureInfo.InvariantCulture))]);

    private static bool Same(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);

    private static Refusal NameTaken(string name) => new(RefusalCodes.Conflict, $"Username '{name}' already exists");

    private static Refusal EmailTaken(string email) => new(RefusalCodes.Conflict, $"Email '{email}' already exists");
}
