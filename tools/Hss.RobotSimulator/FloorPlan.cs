namespace Hss.RobotSimulator;

/// <summary>A place on the floor, in metres.</summary>
internal readonly record struct Place(double X, double Y)
{
    public double To(Place other) => Math.Sqrt(((X - other.X) * (X - other.X)) + ((Y - other.Y) * (Y - other.Y)));

    /// <summary>So many metres nearer to another place, at most there.</summary>
    public Place Towards(Place other, double metres)
    {
        var whole = To(other);
        return whole <= metres ? other : new(X + ((other.X - X) * metres / whole), Y + ((other.Y - Y) * metres / whole));
    }
}

/// <summary>Where waypoints are, by name or code. What is on no plan is somewhere all the same: each text at a place of its own.</summary>
internal sealed class FloorPlan(IReadOnlyList<(string Name, string Code, Place Place)> waypoints)
{
    private const int Size = 40;

    private readonly Dictionary<string, Place> _places = waypoints
        .SelectMany(w => new[] { (Text: w.Code, w.Place), (Text: w.Name, w.Place) })
        .DistinctBy(w => w.Text, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(w => w.Text, w => w.Place, StringComparer.OrdinalIgnoreCase);

    public int Count => waypoints.Count;

    /// <summary>Where robots charge.</summary>
    public string Dock => waypoints.FirstOrDefault(w => w.Code == "DOCK") is { Name: { } dock } ? dock : waypoints is [var first, ..] ? first.Name : "Dock";

    public Place Find(string text)
    {
        if (_places.TryGetValue(text, out var place))
            return place;
        var sum = text.Aggregate(7, (n, c) => ((n * 31) + c) & 0xFFFF);
        return new(sum % Size, sum / Size % Size);
    }

    /// <summary>The way over waypoints: through the one that is nearest to the middle of it, if that is no detour, and then on.</summary>
    public IEnumerable<(string? Name, Place Place)> Way(Place from, string to)
    {
        var there = Find(to);
        var middle = new Place((from.X + there.X) / 2, (from.Y + there.Y) / 2);
        if (waypoints.Count > 0)
        {
            var via = waypoints.MinBy(w => w.Place.To(middle));
            if (from.To(via.Place) + via.Place.To(there) < 1.2 * from.To(there))
                yield return (via.Name, via.Place);
        }

        yield return (to, there);
    }
}
