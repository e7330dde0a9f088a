using Hss.Grains.Entities;

namespace Hss.Grains.Shop.Reviews;

/// <summary>A review's durable state: the fold of its events.</summary>
public sealed record ReviewState(string Id)
{
    /// <summary>Empty, or one of <see cref="ReviewStatus"/>.</summary>
    public string Status { get; init; } = "";

    /// <summary>What callers know it by.</summary>
    public long Number { get; init; }

    /// <summary>The product.</summary>
    public string ProductId { get; init; } = "";

    /// <summary>The author.</summary>
    public string UserId { get; init; } = "";

    /// <summary>The author's first and last name when it was written.</summary>
    public string UserName { get; init; } = "";

    /// <summary>The delivered order with the product.</summary>
    public string OrderId { get; init; } = "";

    /// <summary>1..5, or null.</summary>
    public int? Rating { get; init; }

    /// <summary>What the author says, or null.</summary>
    public string? Comment { get; init; }

    /// <summary>The moderator who approved it, or null.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>Since when it is shown, or null.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether callers see it.</summary>
    public bool Exists => Status.Length > 0 && Status != ReviewStatus.Removed;
}

/// <summary>The statuses of reviews.</summary>
public static class ReviewStatus
{
    /// <summary>Waits for a moderator.</summary>
    public const string Pending = "pending";

    /// <summary>Shown to everybody.</summary>
    public const string Approved = "approved";

    /// <summary>Kept from everybody.</summary>
    public const string Disapproved = "disapproved";

    /// <summary>Gone with its product.</summary>
    public const string Removed = "removed";
}

/// <summary>A review was written.</summary>
/// <param name="Status">Pending or approved.</param>
public sealed record ReviewSubmitted(
    long Number,
    string ProductId,
    string UserId,
    string UserName,
    string OrderId,
    int? Rating,
    string? Comment,
    string Status,
    DateTimeOffset At) : IEntityEvent;

/// <summary>A moderator showed it to everybody.</summary>
public sealed record ReviewApproved(string By, DateTimeOffset At) : IEntityEvent;

/// <summary>A moderator kept it from everybody.</summary>
public sealed record ReviewRejected(string By, DateTimeOffset At) : IEntityEvent;

/// <summary>Its product is gone.</summary>
public sealed record ReviewRemoved(DateTimeOffset At) : IEntityEvent;

/// <summary>A review came, or began or ceased to count.</summary>
/// <param name="Rated">Whether the ratings that count are others now.</param>
public sealed record ReviewChanged(string ProductId, bool Rated);
