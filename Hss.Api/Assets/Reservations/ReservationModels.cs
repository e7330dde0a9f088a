using System.ComponentModel.DataAnnotations;
using Hss.Grains.Assets;
using Hss.Interfaces.Assets;

namespace Hss.Api.Assets.Reservations;

/// <summary>A reservation to make.</summary>
public sealed record CreateReservationRequest
{
    /// <summary>From when, inclusive; within the next 365 days. UTC unless it says otherwise.</summary>
    [Required]
    public DateTimeOffset? From { get; init; }

    /// <summary>Until when, exclusive; later than now and than <c>from</c>, by 365 days at most.</summary>
    [Required]
    public DateTimeOffset? To { get; init; }

    /// <summary>What for; up to 500 characters.</summary>
    [StringLength(ReservationRules.MaxPurpose)]
    public string? Purpose { get; init; }
}

/// <summary>An asset is kept for a person for some time.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive.</param>
public sealed record Reservation(string Id, string AssetId, string UserId, DateTimeOffset From, DateTimeOffset To, string? Purpose, DateTimeOffset CreatedAt)
{
    /// <summary>As callers see it.</summary>
    public static Reservation Of(string assetId, AssetReservation reservation) => new(
        reservation.Id, assetId, reservation.UserId, reservation.From, reservation.To, reservation.Purpose, reservation.CreatedAt);
}
