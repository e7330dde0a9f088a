using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Assets.Registry;

/// <summary>The rules of assets: who has one, and which changes are changes. What workflows do is in <see cref="AssetWorkflowRules"/>.</summary>
public static class AssetRules
{
    /// <summary>Another asset has the tag, or had it (the fact file's words).</summary>
    public static readonly Refusal TagTaken = new(AssetCodes.TagTaken, "Asset tag already exists");

    /// <summary>A tag is for ever.</summary>
    public static readonly Refusal TagFixed = new(AssetCodes.TagFixed, "Asset tag cannot be changed");

    /// <summary>There is no such category (the fact file's words).</summary>
    public static readonly Refusal CategoryNotFound = new(AssetCodes.CategoryNotFound, "Category not found");

    /// <summary>There is no such location (the fact file's words).</summary>
    public static readonly Refusal LocationNotFound = new(AssetCodes.LocationNotFound, "Location not found");

    /// <summary>There is no such asset (the fact file's words).</summary>
    public static readonly Refusal NotFound = new(RefusalCodes.NotFound, "Asset not found");

    /// <summary>Something that will soon be decided stands in the way.</summary>
    public static readonly Refusal Undecided = new(AssetCodes.Undecided, "The asset, or its tag, is being decided on at this moment; try again")
    {
        RetryAfter = TimeSpan.FromSeconds(1),
    };

    private static readonly AssetStanding New = new(AssetStatus.Available, null);

    /// <summary>Whether an asset may be made here. It changes nothing: all that can be refused is, before anything is held.</summary>
    public static Decision MayCreate(AssetState state, CreateAsset command) => state.Status switch
    {
        "" => Standing(New, command.Status, command.AssignedTo is not null, command.AssignedTo).Refusal is { } refusal ? refusal : Decision.Unchanged,
        AssetState.Abandoned => Decision.Refuse(RefusalCodes.Unavailable, "The asset could not be made in time; try again"),
        _ => Decision.Refuse(RefusalCodes.Conflict, "The asset exists"),
    };

    /// <summary>Makes it, with a tag that is held for it.</summary>
    public static Decision Create(AssetState state, CreateAsset command, string tag, EntityKey keeper, DateTimeOffset now)
    {
        if (MayCreate(state, command).Refusal is { } refusal)
            return refusal;
        var standing = Standing(New, command.Status, command.AssignedTo is not null, command.AssignedTo).Standing!;
        return Decision.Accept(new AssetCreated(tag, keeper, command.Details, standing.Status, standing.AssignedTo, now));
    }

    /// <summary>Changes what is named and new.</summary>
    public static Decision Change(AssetState state, ChangeAsset command, DateTimeOffset now)
    {
        if (MayChange(state) is { } refusal)
            return refusal;
        var before = Now(state);
        var (after, refused) = Standing(
            before, command.Fields.Contains(AssetFields.Status) ? command.Status : null, command.Fields.Contains(AssetFields.AssignedTo), command.AssignedTo);
        if (refused is not null)
            return refused;
        var details = AssetFields.With(state.Details, command.Details, command.Fields);
        var changed = AssetFields.Changed(state.Details, details, before, after!);
        return changed.IsEmpty ? Decision.Unchanged : Decision.Accept(new AssetChanged(changed, before, after!, state.Details, details, now));
    }

    /// <summary>Gives it a status; only <c>assigned</c> leaves its holder.</summary>
    public static Decision SetStatus(AssetState state, string status, string? reason, DateTimeOffset now)
    {
        if (MayChange(state) is { } refusal)
            return refusal;
        var (after, refused) = Standing(Now(state), status, namesHolder: false, holder: null);
        if (refused is not null)
            return refused;
        return after!.Status == state.Status ? Decision.Unchanged : Decision.Accept([.. StatusEvents(state, status, reason, workflowId: null, now)]);
    }

    /// <summary>Moves it.</summary>
    public static Decision Move(AssetState state, string? locationId, string? reason, DateTimeOffset now)
    {
        if (MayChange(state) is { } refusal)
            return refusal;
        var from = state.Details.LocationId;
        return from == locationId ? Decision.Unchanged : Decision.Accept(new AssetMoved(from, locationId, reason, now));
    }

    /// <summary>Gives it to a person, or takes it back.</summary>
    public static Decision Assign(AssetState state, string? userId, string? reason, DateTimeOffset now)
    {
        if (MayChange(state) is { } refusal)
            return refusal;
        if (Now(state) == new AssetStanding(userId is null ? AssetStatus.Available : AssetStatus.Assigned, userId))
            return Decision.Unchanged;
        if (userId is not null)
            return Decision.Accept(new AssetAssigned(state.AssignedTo, userId, state.Status, DueBack: null, Transferred: false, reason, WorkflowId: null, now));
        return state.AssignedTo is { } holder
            ? Decision.Accept(new AssetUnassigned(holder, state.Status, AssetStatus.Available, reason, WorkflowId: null, now))
            : Decision.Accept(new AssetStatusChanged(state.Status, AssetStatus.Available, reason, WorkflowId: null, now));
    }

    /// <summary>Deletes it; its tag stays taken.</summary>
    public static Decision Delete(AssetState state, DateTimeOffset now) =>
        MayChange(state) is { } refusal ? refusal : Decision.Accept(new AssetDeleted(Now(state), now));

    /// <summary>Decides, once and for all, that an asset which was not made is never made.</summary>
    public static Decision Settle(AssetState state, DateTimeOffset now) =>
        state.Status.Length == 0 ? Decision.Accept(new AssetAbandoned(now)) : Decision.Unchanged;

    /// <summary>Keeps it for a person; see <see cref="ReservationRules"/>.</summary>
    public static Decision Reserve(AssetState state, ReserveAsset command, DateTimeOffset now)
    {
        if (state.Exists && state.Reservations.Any(r => r.Id == command.Id))
            return Decision.Unchanged;
        if ((MayChange(state) ?? ReservationRules.Refuse(state.Reservations, command, now)) is { } refusal)
            return refusal;
        return Decision.Accept(new AssetReserved(new(command.Id, command.UserId, command.From, command.To, command.Purpose, now), now));
    }

    /// <summary>Keeps it no longer.</summary>
    public static Decision CancelReservation(AssetState state, string reservationId, CallContext context, DateTimeOffset now)
    {
        if ((MayChange(state) ?? ReservationRules.RefuseCancel(state.Reservations, reservationId, context)) is { } refusal)
            return refusal;
        return Decision.Accept(new AssetReservationCancelled(state.Reservations.First(r => r.Id == reservationId), now));
    }

    /// <summary>The state after an event.</summary>
    public static AssetState Apply(AssetState state, IEntityEvent e) => e switch
    {
        AssetCreated c => state with
        {
            Tag = c.Tag,
            TagKeeper = c.TagKeeper,
            Details = c.Details,
            Status = c.Status,
            AssignedTo = c.AssignedTo,
            CreatedAt = c.At,
            UpdatedAt = c.At,
        },
        AssetAbandoned a => state with { Status = AssetState.Abandoned, UpdatedAt = a.At },
        AssetChanged c => Standing(state, c.After) with { Details = c.New, UpdatedAt = c.At },
        AssetStatusChanged s => state with { Status = s.To, UpdatedAt = s.At },
        AssetAssigned a => state with
        {
            Status = AssetStatus.Assigned,
            AssignedTo = a.To,
            DueBack = a.DueBack,
            CheckoutWorkflow = a.WorkflowId,
            UpdatedAt = a.At,
        },
        AssetUnassigned u => Standing(state, new(u.NewStatus, null)) with { UpdatedAt = u.At },
        AssetMoved m => state with { Details = state.Details with { LocationId = m.To }, UpdatedAt = m.At },
        AssetDeleted d => Standing(state, new(AssetStatus.Disposed, null)) with { DeletedAt = d.At, UpdatedAt = d.At },
        AssetHeld h => state with { Hold = new(h.Step, h.Until) },
        AssetReleased => state with { Hold = null },
        AssetReserved r => state with { Reservations = [.. Open(state, r.At).Append(r.Reservation).OrderBy(o => o.From)] },
        AssetReservationCancelled c => state with { Reservations = [.. Open(state, c.At).Where(r => r.Id != c.Reservation.Id)] },
        _ => throw new InvalidOperationException($"An asset has no event {e.GetType().Name}"),
    };

    /// <summary>Why nothing can be changed now, or null.</summary>
    internal static Refusal? MayChange(AssetState state) => state switch
    {
        { Exists: false } => NotFound,
        { Hold: not null } => Undecided,
        _ => null,
    };

    /// <summary>The events of another status, and of the end of its holder's time.</summary>
    internal static IEnumerable<IEntityEvent> StatusEvents(AssetState state, string status, string? reason, string? workflowId, DateTimeOffset now)
    {
        yield return new AssetStatusChanged(state.Status, status, reason, workflowId, now);
        if (state.AssignedTo is { } holder)
            yield return new AssetUnassigned(holder, state.Status, status, reason, workflowId, now);
    }

    private static AssetStanding Now(AssetState state) => new(state.Status, state.AssignedTo);

    // Whoever has it no longer, is not expected to bring it back.
    private static AssetState Standing(AssetState state, AssetStanding standing) => standing.AssignedTo is { } holder && holder == state.AssignedTo
        ? state with { Status = standing.Status }
        : state with { Status = standing.Status, AssignedTo = standing.AssignedTo, DueBack = null, CheckoutWorkflow = null };

    private static ImmutableArray<AssetReservation> Open(AssetState state, DateTimeOffset at) => ReservationRules.Open(state.Reservations, at);

    // It is assigned exactly while somebody has it. A holder alone makes it assigned; "available", which clients send by default, does not contradict.
    private static (AssetStanding? Standing, Refusal? Refusal) Standing(AssetStanding before, string? status, bool namesHolder, string? holder) =>
        (status, namesHolder, holder) switch
        {
            (null or AssetStatus.Available or AssetStatus.Assigned, true, not null) => (new(AssetStatus.Assigned, holder), null),
            (_, true, not null) => (null, HolderOfUnassigned),
            (null, true, null) => (before.Status == AssetStatus.Assigned ? New : before, null),
            (null, false, _) => (before, null),
            (AssetStatus.Assigned, false, _) when before.AssignedTo is not null => (before, null),
            (AssetStatus.Assigned, _, _) => (null, NeedsHolder),
            _ => (new(status, null), null),
        };

    private static readonly Refusal NeedsHolder = new(AssetCodes.NeedsHolder, "Asset has no holder: assign it to a user");

    private static readonly Refusal HolderOfUnassigned = new(RefusalCodes.Invalid, "Only an assigned asset has a holder")
    {
        Details = [new("assigned_to", "must be absent unless the status is 'assigned'")],
    };
}
