using System.Text.Json.Nodes;

namespace Hss.RobotSimulator;

/// <summary>
/// What a robot does between its orders: drives to where its task begins, takes the thing up, drives to where it goes, hands it over; charges when it has
/// nothing else to do. Distances are metres, times those of the simulation.
/// </summary>
internal sealed class Journey(FloorPlan plan, double speed, Action<string> say)
{
    private const double MetresPerSecond = 0.5;
    private const double ChargePerMetre = 0.001;
    private const double ChargePerSecond = 0.002;
    private const double Low = 0.25;
    private const double Full = 0.95;
    private static readonly TimeSpan Handling = TimeSpan.FromSeconds(10);

    // A reader who does not come: the book stays at the place, and the task is over.
    private static readonly TimeSpan Waiting = TimeSpan.FromMinutes(2);

    private readonly Queue<(string? Name, Place Place)> _way = new();
    private Place _place = plan.Find(plan.Dock);
    private string _location = plan.Dock;
    private double _battery = 1;
    private bool _charging;
    private CarriedTask? _task;
    private Leg _leg;
    private TimeSpan _wait;
    private double _wholeWay = 1;

    private enum Leg
    {
        ToSource,
        Loading,
        ToDestination,
        Unloading,
        Done,
    }

    /// <summary>Whether it is under way.</summary>
    public bool IsDriving => _way.Count > 0;

    /// <summary>Whether there is something to say before the next heartbeat is due.</summary>
    public bool HasNews { get; private set; }

    /// <summary>Where it is.</summary>
    public object Position => new { x = Math.Round(_place.X, 3), y = Math.Round(_place.Y, 3), z = 0 };

    /// <summary>Takes the task of its orders; true when the one that it had is over as it should be.</summary>
    public bool Take(JsonNode? task)
    {
        var next = task is null ? null : CarriedTask.Of(task);
        if (next == _task)
            return false;
        var carried = _task is not null && next is null && _leg is Leg.Unloading or Leg.Done;
        if (_task is not null)
            say(carried ? $"task {_task.Short} is done" : $"drops task {_task.Short}");
        _task = next;
        _way.Clear();
        HasNews = true;
        if (_task is not null)
        {
            _charging = false;
            say($"task {_task.Short} {_task.Type}: {_task.Source} -> {_task.Destination}");
            Start(Leg.ToSource);
        }

        return carried;
    }

    /// <summary>What it said was refused; what it said of its task it says again later.</summary>
    public void Refused(string code)
    {
        if (code == "INVALID_STATE" && _leg == Leg.Done)
            (_leg, _wait) = (Leg.Unloading, Handling);
    }

    /// <summary>Lets time pass.</summary>
    public void Move(TimeSpan time)
    {
        var seconds = time.TotalSeconds * speed;
        if (_charging)
            _battery = Math.Min(1, _battery + (ChargePerSecond * seconds));
        Drive(seconds * MetresPerSecond);
        if (_way.Count > 0)
            return;
        _wait -= TimeSpan.FromSeconds(seconds);
        if (_task is null)
            Rest();
        else if (_leg is Leg.ToSource or Leg.ToDestination || _wait <= TimeSpan.Zero)
            Next();
    }

    /// <summary>What it says of itself.</summary>
    /// <param name="stop">The stop under which it stands still, or null.</param>
    public object Report(long? stop)
    {
        HasNews = false;
        var data = new Dictionary<string, object>
        {
            ["status"] = _charging ? "MAINTENANCE" : IsDriving && stop is null ? "NAVIGATING" : _task is null ? "IDLE" : "BUSY",
            ["current_location"] = _location,
            ["battery_level"] = Math.Round(_battery, 4),
            ["position"] = Position,
        };
        if (stop is not null)
            data["emergency_stop_acknowledged"] = stop;
        if (_task is not null)
            data["task"] = new { task_id = _task.Id, fencing_token = _task.Token, state = State, progress = Math.Round(Progress, 2) };
        return data;
    }

    // A return is awaited where it begins, everything else where it goes.
    private string State => _leg switch
    {
        Leg.Done => "COMPLETED",
        Leg.Unloading => "ARRIVED",
        Leg.Loading when _task!.IsReturn => "ARRIVED",
        _ => "IN_PROGRESS",
    };

    private double Progress => _leg switch
    {
        Leg.ToSource => 0.4 * Driven,
        Leg.Loading => 0.4,
        Leg.ToDestination => 0.4 + (0.5 * Driven),
        Leg.Unloading => 0.9,
        _ => 1,
    };

    private double Driven => Math.Clamp(1 - (Left / _wholeWay), 0, 1);

    private double Left
    {
        get
        {
            var (metres, at) = (0.0, _place);
            foreach (var (_, place) in _way)
                (metres, at) = (metres + at.To(place), place);
            return metres;
        }
    }

    private void Next() => Start(_leg switch
    {
        Leg.ToSource => Leg.Loading,
        Leg.Loading => Leg.ToDestination,
        Leg.ToDestination => Leg.Unloading,
        _ => Leg.Done,
    });

    private void Start(Leg leg)
    {
        HasNews = HasNews || _leg != leg;
        _leg = leg;
        _wait = leg switch
        {
            Leg.Unloading when _task!.IsRequest => Waiting,
            Leg.Done => TimeSpan.MaxValue,
            _ => Handling,
        };
        if (leg is Leg.ToSource or Leg.ToDestination)
            Go(leg == Leg.ToSource ? _task!.Source : _task!.Destination);
    }

    private void Go(string to)
    {
        _way.Clear();
        foreach (var part in plan.Way(_place, to))
            _way.Enqueue(part);
        _wholeWay = Math.Max(Left, 0.01);
    }

    private void Drive(double metres)
    {
        while (_way.Count > 0 && metres > 0)
        {
            var (name, place) = _way.Peek();
            var part = Math.Min(metres, _place.To(place));
            _place = _place.Towards(place, metres);
            _battery = Math.Max(0, _battery - (ChargePerMetre * part));
            metres -= part;
            if (_place != place)
                return;
            _way.Dequeue();
            _location = name ?? _location;
        }
    }

    private void Rest()
    {
        if (_charging && _battery >= Full)
        {
            _charging = false;
            HasNews = true;
            say("is charged");
        }
        else if (!_charging && _battery < Low)
        {
            if (_location != plan.Dock)
            {
                Go(plan.Dock);
                return;
            }

            _charging = true;
            HasNews = true;
            say("charges");
        }
    }
}
