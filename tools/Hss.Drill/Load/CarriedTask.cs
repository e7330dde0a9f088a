namespace Hss.Drill.Load;

/// <summary>What a robot carries, and how often it has said so.</summary>
/// <param name="type">What is carried: a return is awaited where it begins, until its reader hands it over.</param>
internal sealed class CarriedTask(string delivery, long token, string type)
{
    private const int BeatsUnderWay = 3;

    // A request whose reader does not come is left where it is; a reader who never hands a book over is not waited for.
    private const int BeatsAtReader = 15;
    private const int MostBeats = 90;

    private int _beats;

    /// <summary>Which delivery.</summary>
    public string Delivery => delivery;

    /// <summary>Under which fencing token.</summary>
    public long Token => token;

    /// <summary>Whether its latest report says that it is done.</summary>
    public bool SaidDone { get; private set; }

    /// <summary>The next report.</summary>
    public object Report()
    {
        _beats++;
        var state = _beats switch
        {
            <= BeatsUnderWay => "IN_PROGRESS",
            > MostBeats => "FAILED",
            // Of a return it is refused until the book is handed over, and said again.
            _ when type == "RETURN_PICKUP" => _beats % 3 == 0 ? "COMPLETED" : "ARRIVED",
            <= BeatsUnderWay + BeatsAtReader => "ARRIVED",
            _ => "COMPLETED",
        };
        SaidDone = state == "COMPLETED";
        return new { task_id = delivery, fencing_token = token, state, progress = Math.Min(1, _beats / 10.0), reason = "Drill" };
    }
}
