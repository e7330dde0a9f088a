using System.Globalization;
using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Library;
using Hss.Interfaces.Robots;
using Microsoft.Extensions.Logging;

namespace Hss.Grains.Library.Deliveries;

/// <summary>
/// One delivery. One command at a time, so a cancellation and an assignment never meet; it holds its copy and its robot before it commits, tells them
/// before it answers, and what they do not hear then is settled by what is durable here.
/// </summary>
[GrainType("delivery")]
public sealed class DeliveryGrain(EntityServices services, DeliveryOptions options, IGrainFactory grains, ILogger<DeliveryGrain> log)
    : ProcessGrain<DeliveryState>(DeliveryKind.Instance, services), IDeliveryGrain
{
    /// <inheritdoc />
    public Task<Outcome<DeliveryView>> Request(CallContext context, RequestBook command) => Open(
        context,
        command.BookId,
        book => book.Reserve(context.OfOneStep(), new(Key.Id, command.UserId, command.Wait)),
        grant => (state, now) => DeliveryRules.Request(state, command, grant, now));

    /// <inheritdoc />
    public Task<Outcome<DeliveryView>> Return(CallContext context, ReturnBook command) => Open(
        context,
        command.BookId,
        book => Announce(book, context, command),
        title => (state, now) => DeliveryRules.Return(state, command, title, now));

    /// <inheritdoc />
    public async Task<Outcome<DeliveryView>> Create(CallContext context, CreateDelivery command)
    {
        var title = command.BookId is { } bookId ? (await Book(bookId).Get())?.Facts.Title : null;
        return await Execute(context, (state, now) => DeliveryRules.Create(state, command, context.Actor, title, now), DeliveryViews.Of);
    }

    /// <inheritdoc />
    public Task<Outcome<DeliveryView>> Granted(CallContext context) => Decide(context, DeliveryRules.Granted);

    /// <inheritdoc />
    public Task<Outcome<DeliveryView>> Approve(CallContext context) => Decide(context, DeliveryRules.Approve);

    /// <inheritdoc />
    public Task<Outcome<DeliveryView>> BookPlaced(CallContext context) => Decide(context, DeliveryTaskRules.BookPlaced);

    /// <inheritdoc />
    public Task<Outcome<DeliveryView>> PickedUp(CallContext context) => Decide(context, (state, now) => DeliveryRules.PickedUp(state, context, now));

    /// <inheritdoc />
    public Task<Outcome<DeliveryView>> ConfirmDelivery(CallContext context) => Decide(context, (state, now) => DeliveryRules.Confirm(state, context, now));

    /// <inheritdoc />
    public Task<Outcome<DeliveryView>> ChangeStatus(CallContext context, string status, string? reason) =>
        Decide(context, (state, now) => DeliveryTaskRules.ChangeStatus(state, status, reason, options, now));

    /// <inheritdoc />
    public Task<Outcome<DeliveryView>> Cancel(CallContext context, string? reason) =>
        Decide(context, (state, now) => DeliveryRules.Cancel(state, context, reason, now));

    /// <inheritdoc />
    public async Task<Outcome<DeliveryView>> Assign(CallContext context, string robotId)
    {
        var allowed = await Execute(context, static (state, _) => DeliveryTaskRules.MayAssign(state), DeliveryViews.Of);
        if (!allowed.Accepted || allowed.Replayed)
            return allowed;
        var state = await Read(static (state, _) => state);
        var token = state.Task!.FencingToken + 1;
        var robot = Robot(robotId);
        Outcome<DeliveryView> assigned;
        try
        {
            var held = await robot.Hold(context.OfOneStep(), new(Key, state.TaskType, state.Source, state.Destination, state.Priority, token));
            if (!held.Accepted)
                return held.Refusal;
            assigned = await Execute(context, (s, now) => DeliveryTaskRules.Assign(s, robotId, token, now), DeliveryViews.Of);
        }
        catch
        {
            // Whether the robot is held, or the assignment durable, may be unknown: what is stored decides.
            await Quietly(() => SettleRobot(robotId, token));
            throw;
        }

        await Quietly(() => assigned is { Accepted: true, Replayed: false } ? robot.Confirm(context.OfOneStep(), Key.Id, token) : SettleRobot(robotId, token));
        return assigned;
    }

    /// <inheritdoc />
    public Task<Outcome<DeliveryView>> Report(CallContext context, TaskReport report) =>
        Decide(context, (state, now) => DeliveryTaskRules.Report(state, report, options, now));

    /// <inheritdoc />
    public Task<Outcome<DeliveryView>> RobotLost(CallContext context, string robotId, long fencingToken) =>
        Decide(context, (state, now) => DeliveryTaskRules.RobotLost(state, robotId, fencingToken, now));

    /// <inheritdoc />
    public Task<DeliveryView?> Get() => Read(static (state, version) => state.Exists ? DeliveryViews.Of(state) with { Version = version } : null);

    /// <inheritdoc />
    public async Task Settle(OverdueHold hold)
    {
        if (hold.Resource.Kind == DeliveryParties.BookKindName)
        {
            await SettleBook(hold.Resource.Id);
            return;
        }

        // A robot's hold is named by its token. What this delivery itself let go is named by the robot, and was held under the last token.
        var token = long.TryParse(hold.HoldId, NumberStyles.None, CultureInfo.InvariantCulture, out var named)
            ? named
            : await Read(static (state, _) => state.Task?.FencingToken ?? 0);
        await SettleRobot(hold.Resource.Id, token);
    }

    /// <inheritdoc />
    protected override Decision Wake(DeliveryState state, DateTimeOffset now) => DeliveryRules.Wake(state, now);

    private async Task<Outcome<string?>> Announce(IBookGrain book, CallContext context, ReturnBook command)
    {
        var title = (await book.Get())?.Facts.Title;
        var announced = await book.AnnounceReturn(context.OfOneStep(), new(Key.Id, command.UserId, Wait: false));
        return announced.Accepted ? new Outcome<string?> { Value = title } : announced.Refusal;
    }

    // The title holds something for it, then it stands, then the title knows that it does.
    private async Task<Outcome<DeliveryView>> Open<T>(
        CallContext context, string bookId, Func<IBookGrain, Task<Outcome<T>>> hold, Func<T, Func<DeliveryState, DateTimeOffset, Decision>> open)
    {
        if (await Kept<DeliveryView>(context) is { } kept)
            return kept;
        var allowed = await Execute(context.OfOneStep(), static (state, _) => DeliveryRules.MayOpen(state), DeliveryViews.Of);
        if (!allowed.Accepted)
            return allowed;
        var book = Book(bookId);
        Outcome<DeliveryView> opened;
        try
        {
            var held = await hold(book);
            if (!held.Accepted)
            {
                // There is nothing to remember of it: readers who ask in vain must not fill the memory.
                DeactivateOnIdle();
                return held.Refusal;
            }

            opened = await Execute(context, open(held.Value), DeliveryViews.Of);
        }
        catch
        {
            await Quietly(() => SettleBook(bookId));
            throw;
        }

        await Quietly(() => opened is { Accepted: true, Replayed: false } ? book.Confirm(context.OfOneStep(), Key.Id) : SettleBook(bookId));
        return opened;
    }

    // The title and the robot hear of it before the answer, so that whoever reads them next sees it.
    private async Task<Outcome<DeliveryView>> Decide(CallContext context, Func<DeliveryState, DateTimeOffset, Decision> rule)
    {
        var before = await Read(static (state, _) => state);
        var outcome = await Execute(context, rule, DeliveryViews.Of);
        if (outcome is not { Accepted: true, Replayed: false })
            return outcome;
        var after = await Read(static (state, _) => state);
        if (DeliveryParties.EndsFor(after.BookId, before, after))
            await Quietly(() => SettleBook(after.BookId!));
        if (DeliveryParties.LeavesRobot(before, after))
            await Quietly(() => Robot(before.Task!.RobotId!).Release(context.OfOneStep(), Key.Id, before.Task.FencingToken));
        return outcome;
    }

    private async Task SettleBook(string bookId)
    {
        var context = CallContext.System("settle");
        var decided = await Execute(context, DeliveryRules.GiveUp, DeliveryParties.StepOf);
        var book = Book(bookId);
        await (decided.Value switch
        {
            BookStep.Confirm => book.Confirm(context, Key.Id),
            BookStep.CheckOut => book.CheckOut(context, Key.Id),
            BookStep.Return => book.Return(context, Key.Id),
            _ => book.Release(context, Key.Id),
        });
    }

    private async Task SettleRobot(string robotId, long token)
    {
        var context = CallContext.System("settle");
        var decided = await Execute(
            context, (state, now) => DeliveryTaskRules.GiveUp(state, token, now), state => DeliveryTaskRules.Holds(state, robotId, token));
        if (decided.Value)
            await Robot(robotId).Confirm(context, Key.Id, token);
        else
            await Robot(robotId).Release(context, Key.Id, token);
    }

    // The decision stands. What the others do not hear now, they ask for when their hold is due, or an effect of the commit tells them.
    private async Task Quietly(Func<Task> work)
    {
        try
        {
            await work();
        }
#pragma warning disable CA1031 // Whatever kept them from hearing it: it is settled.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.LogWarning(e, "What {Delivery} holds could not be settled now; it will be", Key);
        }
    }

    private IBookGrain Book(string id) => grains.GetGrain<IBookGrain>(DeliveryParties.Book(id).ToString());

    private IRobotGrain Robot(string id) => grains.GetGrain<IRobotGrain>(DeliveryParties.Robot(id).ToString());
}
