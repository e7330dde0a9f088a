using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Hss.Grains.Bookings;

/// <summary>The statuses of a booking and the moves between them (the system's state machine).</summary>
public static class BookingStatus
{
    /// <summary>Sent by the customer, not yet looked at.</summary>
    public const string Submitted = "submitted";

    /// <summary>Accepted by staff; it may be paid or collected.</summary>
    public const string Approved = "approved";

    /// <summary>The payment is captured.</summary>
    public const string Paid = "paid";

    /// <summary>The things were fetched.</summary>
    public const string Collected = "collected";

    /// <summary>The things are in the store.</summary>
    public const string InStorage = "in_storage";

    /// <summary>The things are back with the customer: the end.</summary>
    public const string Returned = "returned";

    private static readonly FrozenDictionary<string, ImmutableArray<string>> Moves = new Dictionary<string, ImmutableArray<string>>
    {
        [Submitted] = [Approved],
        [Approved] = [Collected, Paid],
        [Paid] = [Collected],
        [Collected] = [InStorage],
        [InStorage] = [Returned],
        [Returned] = [],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All statuses, sorted as messages list them.</summary>
    public static ImmutableArray<string> All { get; } = [.. Moves.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The statuses that staff has work with: the queue.</summary>
    public static ImmutableArray<string> Open { get; } = [Submitted, Approved, Collected, InStorage];

    /// <summary>The statuses that may follow.</summary>
    public static ImmutableArray<string> Next(string status) => Moves.GetValueOrDefault(status, []);

    /// <summary>Whether it is a status.</summary>
    public static bool IsKnown(string status) => Moves.ContainsKey(status);
}
