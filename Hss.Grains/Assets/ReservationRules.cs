using System.Collections.Immutable;
using System.Globalization;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Assets;

/// <summary>
/// What holds between the reservations of one asset. A reservation lasts from its beginning (inclusive) to its end (exclusive), so that one may
/// begin when another ends; no two overlap, not even those of one person.
/// </summary>
public static class ReservationRules
{
    /// <summary>Reservations of one asset that are not over.</summary>
    public const int MaxOpen = 100;

    /// <summary>Characters of a purpose.</summary>
    public const int MaxPurpose = 500;

    /// <summary>The longest reservation.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    /// <summary>How far ahead a reservation may begin.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(365);

    /// <summary>How long a checkout without an expected return is taken to last.</summary>
    public static readonly TimeSpan UsualCheckout = TimeSpan.FromHours(24);

    /// <summary>Why a reservation cannot be made, or null.</summary>
    /// <param name="reservations">All of the asset that are known.</param>
    public static Refusal? Refuse(ImmutableArray<AssetReservation> reservations, ReserveAsset command, DateTimeOffset now)
    {
        var faults = Faults(command, now);
        if (!faults.IsEmpty)
            return new Refusal(RefusalCodes.Invalid, "The reservation has invalid fields") { Details = faults };
        if (Conflict(reservations, command.From, command.To) is { } other)
            return Reserved(other);
        return Open(reservations, now).Length < MaxOpen
            ? null
            : new Refusal(AssetCodes.TooManyReservations, $"The asset has {MaxOpen} open reservations already");
    }

    /// <summary>Why a reservation cannot be cancelled, or null: its owner, managers and admins may.</summary>
    public static Refusal? RefuseCancel(ImmutableArray<AssetReservation> reservations, string reservationId, CallContext context)
    {
        if (reservations.FirstOrDefault(r => r.Id == reservationId) is not { } reservation)
            return new Refusal(RefusalCodes.NotFound, "Reservation not found");
        return reservation.UserId == context.Actor || context.Role is "manager" or "admin"
            ? null
            : new Refusal(RefusalCodes.Forbidden, "Not authorized to cancel this reservation");
    }

    /// <summary>
    /// Why a person cannot have the asset from now on, or null: another's reservation begins before the expected return (or, without one, within
    /// <see cref="UsualCheckout"/>).
    /// </summary>
    public static Refusal? RefuseCheckout(ImmutableArray<AssetReservation> reservations, string userId, DateTimeOffset? expectedReturn, DateTimeOffset now) =>
        Conflict(reservations, now, Later(expectedReturn ?? now + UsualCheckout, now), exceptUser: userId) is { } other ? Reserved(other) : null;

    /// <summary>The first reservation that overlaps a time, or null.</summary>
    /// <param name="from">Inclusive.</param>
    /// <param name="to">Exclusive.</param>
    /// <param name="exceptUser">Whose reservations do not count; null when all do.</param>
    public static AssetReservation? Conflict(ImmutableArray<AssetReservation> reservations, DateTimeOffset from, DateTimeOffset to, string? exceptUser = null) =>
        reservations.Where(r => r.From < to && from < r.To && (exceptUser is null || r.UserId != exceptUser)).MinBy(r => r.From);

    /// <summary>Those that are not over, by time.</summary>
    public static ImmutableArray<AssetReservation> Open(ImmutableArray<AssetReservation> reservations, DateTimeOffset now) =>
        [.. reservations.Where(r => r.To > now).OrderBy(r => r.From)];

    private static ImmutableArray<Fault> Faults(ReserveAsset command, DateTimeOffset now)
    {
        var faults = ImmutableArray.CreateBuilder<Fault>();
        if (command.To <= command.From)
            faults.Add(new("to", "must be later than from"));
        else if (command.To - command.From > Longest)
            faults.Add(new("to", $"must be at most {Longest.Days} days after from"));
        if (command.To <= now)
            faults.Add(new("to", "must be in the future"));
        if (command.From > now + Ahead)
            faults.Add(new("from", $"must be within the next {Ahead.Days} days"));
        if (command.Purpose is { Length: > MaxPurpose })
            faults.Add(new("purpose", $"must have at most {MaxPurpose} characters"));
        return faults.ToImmutable();
    }

    private static Refusal Reserved(AssetReservation other) => new(
        AssetCodes.Reserved, $"Asset is reserved (reservation {other.Id}, from {Text(other.From)}, to {Text(other.To)})");

    // A return that is overdue already still takes this moment.
    private static DateTimeOffset Later(DateTimeOffset to, DateTimeOffset now) => to > now ? to : now + TimeSpan.FromMicroseconds(1);

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
