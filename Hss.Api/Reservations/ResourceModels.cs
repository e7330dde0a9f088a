using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Hss.Grains.Reservations;
using Hss.Interfaces.Identity;
using Hss.Interfaces.Reservations;
using Hss.Silo.Reservations;

namespace Hss.Api.Reservations;

/// <summary>A resource to make.</summary>
public sealed record ResourceAddBody
{
    /// <summary>1..200 characters, unique without regard to case.</summary>
    [Required, StringLength(200, MinimumLength = 1)]
    public string? Name { get; init; }

    /// <summary>Up to 1,000 characters.</summary>
    [StringLength(1000)]
    public string? Comment { get; init; }

    /// <summary>How many may hold it at once; 1.</summary>
    [Range(1, QueueRules.MaxCapacity)]
    public int? Capacity { get; init; }
}

/// <summary>A change of a resource; what is not named stays.</summary>
public sealed record ResourceModifyBody
{
    /// <summary>The resource's id.</summary>
    [Required, Range(1L, long.MaxValue)]
    public long? ResourceId { get; init; }

    /// <summary>1..200 characters, unique without regard to case.</summary>
    [StringLength(200, MinimumLength = 1)]
    public string? Name { get; init; }

    /// <summary>Up to 1,000 characters.</summary>
    [StringLength(1000)]
    public string? Comment { get; init; }

    /// <summary>How many may hold it at once. More are handed out at once, fewer evict nobody.</summary>
    [Range(1, QueueRules.MaxCapacity)]
    public int? Capacity { get; init; }

    /// <summary>While it is not <c>available</c> nobody gets it; the queue stays.</summary>
    [AllowedValues(ResourceAvailability.Available, ResourceAvailability.Offline, ResourceAvailability.Maintenance)]
    public string? State { get; init; }

    /// <summary>Whether anything is named.</summary>
    public bool ChangesSomething() => Name is not null || Comment is not null || Capacity is not null || State is not null;
}

/// <summary>A resource was made or modified.</summary>
public sealed record ResourceAnswer(string Message, long ResourceId);

/// <summary>A resource.</summary>
/// <param name="Held">Places that are taken.</param>
/// <param name="Waiting">How many wait.</param>
public sealed record ResourceRow(long Id, string Name, string? Comment, int Capacity, string State, int Held, int Waiting)
{
    /// <summary>As <c>/reservia</c> shows it.</summary>
    public static ResourceRow Of(ResourceView r) => new(ReservationTexts.Number(r.Id), r.Name, r.Comment, r.Capacity, r.Availability, r.Held, r.Waiting);
}

/// <summary>All resources, by id.</summary>
public sealed record ResourceList(string Message, ImmutableArray<ResourceRow> Resources, int Count);

/// <summary>A user to add.</summary>
public sealed record UserAddBody
{
    /// <summary>1..200 characters, unique without regard to case.</summary>
    [Required, StringLength(200, MinimumLength = 1)]
    public string? Name { get; init; }

    /// <summary>Unique without regard to case.</summary>
    [Required, Platform.Wire.Email]
    public string? Email { get; init; }

    /// <summary>1..200 characters, or the SHA-256 of the password as 64 hex digits.</summary>
    [Required(AllowEmptyStrings = true), StringLength(200, MinimumLength = 1)]
    public string? Password { get; init; }
}

/// <summary>A change of a user; what is not named stays.</summary>
public sealed record UserModifyBody
{
    /// <summary>The user's id.</summary>
    [Required, Range(1L, long.MaxValue)]
    public long? UserId { get; init; }

    /// <summary>Unique without regard to case.</summary>
    [Platform.Wire.Email]
    public string? Email { get; init; }

    /// <summary>1..200 characters, or the SHA-256 of the password as 64 hex digits.</summary>
    [StringLength(200, MinimumLength = 1)]
    public string? Password { get; init; }

    /// <summary>0 (last) to 9 (first) for the user's next requests; set by admins.</summary>
    [Range(QueuePriority.Lowest, QueuePriority.Highest)]
    public int? Priority { get; init; }
}

/// <summary>A user was made or modified.</summary>
public sealed record UserAnswer(string Message, long UserId);

/// <summary>A user.</summary>
public sealed record UserRow(long Id, string Name, string? Email, string Role, int Priority)
{
    /// <summary>As <c>/reservia</c> shows it.</summary>
    public static UserRow Of(AccountView account) => new(
        ReservationUsers.Number(account) ?? 0,
        ReservationUsers.NameOf(account),
        ReservationUsers.EmailOf(account),
        account.RoleIn(ReservationUsers.System) ?? "",
        ReservationUsers.PriorityOf(account));
}

/// <summary>All users, by id.</summary>
public sealed record UserList(string Message, ImmutableArray<UserRow> Users, int Count);
