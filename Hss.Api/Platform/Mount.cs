using System.Collections.Immutable;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Dialects;

namespace Hss.Api.Platform;

/// <summary>One system's place on the server: its path, its name, and how it speaks.</summary>
/// <param name="Name">The system's key in roles and documents: <c>hss</c>, <c>store</c> …; <c>platform</c> at the root.</param>
/// <param name="Path">Where it is mounted, <c>/hss</c>; empty at the root.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Dialect">The shape of its errors.</param>
/// <param name="Resources">First segments after <c>/api/v1</c> that the root answers for this system too.</param>
public sealed record Mount(string Name, string Path, string Title, IDialect Dialect, ImmutableArray<string> Resources)
{
    /// <summary>Other first path segments that the root answers for this system.</summary>
    public ImmutableArray<string> RootPaths { get; init; } = [];

    /// <summary>The cookie that its sign-in sets instead of answering tokens; null where it answers them.</summary>
    public string? SessionCookie { get; init; }

    /// <summary>What its answers say in <c>API-Version</c>; null where they say nothing.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>How it introduces itself.</summary>
    public MountCard Card { get; init; } = new();

    /// <summary>What it says to callers that may not go on.</summary>
    public SignInWords Words { get; init; } = SignInWords.Usual;

    /// <inheritdoc />
    public override string ToString() => Name;
}

/// <summary>The five systems and the platform itself (contracts, section 1).</summary>
public static class Mounts
{
    /// <summary>Storage bookings.</summary>
    public static readonly Mount Hss = new(
        "hss", "/hss", "HSS storage bookings", new HssDialect(), ["bookings", "uploads", "staff", "tariff"])
    {
        Card = new() { Status = "ok", Service = "hss-backend", Version = "2.0" },
    };

    /// <summary>The online store.</summary>
    public static readonly Mount Store = new(
        "store", "/store", "Online store", new DetailDialect(),
        ["products", "categories", "orders", "reviews", "wishlist", "support"])
    {
        SessionCookie = SignInGate.AccessCookie,
    };

    /// <summary>Asset management.</summary>
    public static readonly Mount Sams = new(
        "sams", "/sams", "SAMS assets", new DetailDialect(), ["assets", "workflows", "qrcode", "statistics", "locations", "imports"])
    {
        Card = new() { Welcome = "SureSoft AMS API", Version = "1.0.0", ShowsEnvironment = true },
        Words = SignInWords.Assets,
    };

    /// <summary>Reservations and queues.</summary>
    public static readonly Mount Reservia = new("reservia", "/reservia", "Reservia reservations", new ReserviaDialect(), [])
    {
        RootPaths = ["session", "reservation", "info"],
        Words = SignInWords.Reservations,
        SessionCookie = SignInGate.SessionCookie,
    };

    /// <summary>Library and robots.</summary>
    public static readonly Mount Luna = new(
        "luna", "/luna", "LUNA library and robots", new LunaDialect(),
        ["books", "requests", "returns", "deliveries", "robot", "notifications"])
    {
        ApiVersion = "v1",
    };

    /// <summary>Identity, audit, events, administration.</summary>
    public static readonly Mount Root = new("platform", "", "HSS platform", new ProblemDialect(), []) { Card = new() { Service = "hss" } };

    /// <summary>The systems, without the platform.</summary>
    public static readonly ImmutableArray<Mount> Systems = [Hss, Store, Sams, Reservia, Luna];

    /// <summary>The platform and the systems.</summary>
    public static readonly ImmutableArray<Mount> All = [Root, .. Systems];

    /// <summary>The mount that a path (after rewriting) belongs to.</summary>
    public static Mount Of(PathString path)
    {
        foreach (var mount in Systems)
        {
            if (path.StartsWithSegments(mount.Path, StringComparison.Ordinal))
                return mount;
        }

        return Root;
    }
}
