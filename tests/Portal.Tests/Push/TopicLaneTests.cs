using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Time.Testing;
using Portal.Data.Devices;
using Portal.Data.Pushes;
using Portal.Push;

namespace Portal.Tests.Push;

public sealed class TopicLaneTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void A_sender_that_throws_is_tried_again_later_and_not_at_once()
    {
        var service = new Service { Throws = new InvalidOperationException("A mistake.") };
        var lane = Open(service);
        lane.Add([Push()]);

        var completion = Assert.Single(service.Completed);
        Assert.Equal((PushFate.Retry, PushOutcome.Retry, "SenderFailed"), (completion.Fate, completion.Outcome, completion.Reason));
        Assert.InRange(completion.Delay, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        Assert.Same(service.Throws, Assert.Single(service.Failures));
        Assert.True(lane.IsIdle);
        Assert.NotNull(lane.TroubledFor);
    }

    [Fact]
    public void A_send_that_was_cancelled_by_nobody_is_a_failure_too()
    {
        var service = new Service { Throws = new OperationCanceledException() };
        Open(service).Add([Push()]);
        Assert.Equal(PushFate.Retry, Assert.Single(service.Completed).Fate);
    }

    [Fact]
    public void A_send_that_the_end_of_the_portal_cancels_goes_back()
    {
        var service = new Service { Throws = new OperationCanceledException(), Abandon = new CancellationToken(canceled: true) };
        Open(service).Add([Push()]);
        Assert.Equal((PushFate.PutBack, 0), (Assert.Single(service.Completed).Fate, service.Failures.Count));
    }

    [Fact]
    public void An_old_trouble_is_over_when_nothing_waits_any_more()
    {
        var service = new Service { Answer = new PushAnswer(PushReaction.Retry) { Reason = "TimedOut" } };
        var lane = Open(service);
        lane.Add([Push()]);
        _time.Advance(TimeSpan.FromSeconds(5));
        // Its answer may not be stored yet.
        lane.Rest();
        Assert.Equal(TimeSpan.FromSeconds(5), lane.TroubledFor);

        _time.Advance(TimeSpan.FromSeconds(25));
        lane.Rest();
        Assert.Null(lane.TroubledFor);
        _time.Advance(TimeSpan.FromHours(9));
        lane.Add([Push()]);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.FromSeconds(1), lane.TroubledFor);
    }

    [Fact]
    public void A_trouble_goes_on_while_a_push_is_under_way()
    {
        var service = new Service { Answer = new PushAnswer(PushReaction.Retry) { Reason = "TimedOut" } };
        var lane = Open(service);
        lane.Add([Push()]);
        service.Answer = null;
        _time.Advance(TimeSpan.FromMinutes(1));
        lane.Add([Push()]);
        lane.Rest();
        Assert.Equal(TimeSpan.FromMinutes(1), lane.TroubledFor);
    }

    private TopicLane Open(Service service)
    {
        var lane = new TopicLane(service, _time);
        lane.Use(new Dictionary<PushKind, IPushLine?> { [PushKind.Apple] = service });
        return lane;
    }

    private DuePush Push() => new()
    {
        PushTargetId = 1, PassTypeId = 1, Kind = PushKind.Apple, PushToken = "ab", Tag = 1, ExpiresAt = DateTimeOffset.MaxValue,
        ClaimedTimestamp = _time.GetTimestamp(),
    };

    /// <summary>A service that answers, throws or stays silent as told, and all that a lane needs of a dispatcher.</summary>
    private sealed class Service : IPushLine, IPushSlot, ILanePort
    {
        /// <summary>Null is silence.</summary>
        public PushAnswer? Answer { get; set; } = new(PushReaction.Accepted) { Status = 200 };

        public Exception? Throws { get; init; }

        public List<PushCompletion> Completed { get; } = [];

        public List<Exception> Failures { get; } = [];

        public CancellationToken Abandon { get; init; }

        public int Capacity => 100;

        public bool TryReserve([NotNullWhen(true)] out IPushSlot? slot)
        {
            slot = this;
            return true;
        }

        public Task<PushAnswer> SendAsync(DuePush push, CancellationToken cancellationToken)
        {
            if (Throws is not null)
                return Task.FromException<PushAnswer>(Throws);
            return Answer is null ? new TaskCompletionSource<PushAnswer>().Task : Task.FromResult(Answer);
        }

        public void Complete(PushCompletion completion) => Completed.Add(completion);

        public void Hungry()
        {
            // Nothing more is due.
        }

        public void Failed(Exception problem) => Failures.Add(problem);
    }
}
