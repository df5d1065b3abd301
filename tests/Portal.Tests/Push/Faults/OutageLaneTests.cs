using Microsoft.Extensions.Time.Testing;
using Portal.Data.Devices;
using Portal.Data.Pushes;
using Portal.Push;
using Portal.Testing;

namespace Portal.Tests.Push.Faults;

/// <summary>Ten minutes of trouble on a clock of the test's own, with more due than could ever be sent.</summary>
public sealed class OutageLaneTests
{
    private const int Topics = 5;

    private readonly FakeTimeProvider _time = new();

    [Fact]
    [Trait("Fault", "F22")]
    public void Ten_minutes_of_trouble_cost_a_probe_now_and_then_for_each_topic()
    {
        var service = new Service();
        var queue = new Queue();
        List<TopicLane> lanes = [.. Enumerable.Range(0, Topics).Select(_ => new TopicLane(queue, _time))];
        foreach (var lane in lanes)
            lane.Use(new Dictionary<PushKind, IPushLine?> { [PushKind.Apple] = service });
        Serve(lanes);
        service.Answer = new PushAnswer(PushReaction.Retry) { Status = 503, Reason = "ServiceUnavailable" };
        service.Sent = 0;
        Serve(lanes);
        var first = service.Sent;

        List<int> perMinute = [];
        for (var minute = 0; minute < 10; minute++)
        {
            service.Sent = 0;
            for (var second = 0; second < 60; second++)
            {
                _time.Advance(TimeSpan.FromSeconds(1));
                Serve(lanes);
            }

            perMinute.Add(service.Sent);
        }

        service.Answer = new PushAnswer(PushReaction.Accepted) { Status = 200 };
        _time.Advance(TimeSpan.FromSeconds(30));
        Serve(lanes);
        // Twenty failures in a row are the sign, and what a topic had claimed by then goes back unsent.
        Assert.InRange(first, Topics * 20, Topics * 21);
        Assert.All(perMinute, sent => Assert.InRange(sent, Topics, 200));
        Assert.InRange(perMinute[^1], Topics * 2, Topics * 8);
        Assert.All(lanes, lane => Assert.True(lane.Room(PushPriority.Single).Room > 1));
        new FaultReport(queue.Added - queue.Completed, 0, 0) { Detail = $"requests a minute of {Topics} topics: {string.Join(", ", perMinute)}" }.Hold();

        void Serve(IEnumerable<TopicLane> some)
        {
            foreach (var lane in some)
                queue.Fill(lane, _time.GetTimestamp());
        }
    }

    /// <summary>A service that answers at once, the same to everybody.</summary>
    private sealed class Service : IPushLine, IPushSlot
    {
        public PushAnswer Answer { get; set; } = new(PushReaction.Accepted) { Status = 200 };

        public int Sent { get; set; }

        public int Capacity => 400;

        public bool TryReserve(out IPushSlot slot)
        {
            slot = this;
            return true;
        }

        public Task<PushAnswer> SendAsync(DuePush push, CancellationToken cancellationToken)
        {
            Sent++;
            return Task.FromResult(Answer);
        }
    }

    /// <summary>A database with more due than anybody can send.</summary>
    private sealed class Queue : ILanePort
    {
        public int Added { get; private set; }

        public int Completed { get; private set; }

        public CancellationToken Abandon => CancellationToken.None;

        /// <summary>Claims what the lane has room for, as one round of the dispatcher does.</summary>
        public void Fill(TopicLane lane, long now)
        {
            var room = lane.Room(PushPriority.Single).Room;
            Added += room;
            lane.Add([.. Enumerable.Range(0, room).Select(target => new DuePush
            {
                PushTargetId = target, PassTypeId = 1, Kind = PushKind.Apple, PushToken = "ab", Tag = 1, ExpiresAt = DateTimeOffset.MaxValue, ClaimedTimestamp = now,
            })]);
        }

        public void Complete(PushCompletion completion) => Completed++;

        public void Hungry()
        {
            // Every second is a round.
        }

        public void Failed(Exception problem) => Assert.Fail(problem.Message);
    }
}
