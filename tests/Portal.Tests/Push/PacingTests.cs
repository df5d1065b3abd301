using Microsoft.Extensions.Time.Testing;
using Portal.Push;
using Portal.Testing;
using Portal.Testing.Clocks;

namespace Portal.Tests.Push;

public sealed class PacingTests
{
    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(1, 1, 4)]
    [InlineData(5, 1, 64)]
    [InlineData(11, 1, 3600)]
    [InlineData(100, 1, 3600)]
    [InlineData(int.MaxValue - 1, 1, 3600)]
    public void The_ladder_goes_from_a_second_to_an_hour(int attempts, int shortest, int longest)
    {
        Assert.Equal(TimeSpan.FromSeconds(shortest), RetryLadder.Step(attempts, 0, RetryLadder.Longest));
        Assert.Equal(TimeSpan.FromSeconds(longest), RetryLadder.Step(attempts, 1, RetryLadder.Longest));
        Assert.InRange(RetryLadder.Next(attempts), TimeSpan.FromSeconds(shortest), TimeSpan.FromSeconds(longest));
    }

    [Fact]
    public void The_brake_goes_on_at_the_twenty_first_bad_token_of_a_small_topic()
    {
        var brake = new TopicBrake();
        for (var i = 0; i < 20; i++)
            brake.Count(badToken: true);
        Assert.False(brake.IsOn);
        brake.Count(badToken: true);
        Assert.True(brake.IsOn);
        brake.Release();
        Assert.False(brake.IsOn);
    }

    [Fact]
    public void The_brake_stays_off_while_bad_tokens_are_few_among_the_last_thousand()
    {
        var brake = new TopicBrake();
        for (var i = 0; i < 5000; i++)
        {
            brake.Count(badToken: i % 25 == 0);
            if (i > 500)
                Assert.False(brake.IsOn);
        }

        for (var i = 0; i < 15; i++)
            brake.Count(badToken: true);
        Assert.True(brake.IsOn);
    }

    [Fact]
    public void Bulk_work_goes_out_at_its_rate()
    {
        var pacer = new BulkPacer(500, new DownloadPressure(_time), _time);
        var sent = 0;
        for (var i = 0; i < 1000; i++)
        {
            pacer.BeginRound();
            var allowed = pacer.Allowed;
            Assert.True(allowed is 0 or >= 25 and <= 50, $"{allowed} at once");
            pacer.Spend(1, allowed);
            sent += allowed;
            _time.Advance(TimeSpan.FromMilliseconds(10));
        }

        Assert.InRange(sent, 4900, 5100);
    }

    [Fact]
    public void A_rate_of_zero_is_no_limit()
    {
        var pacer = new BulkPacer(0, new DownloadPressure(_time), _time);
        pacer.Spend(1, 1_000_000);
        Assert.Equal(int.MaxValue, pacer.Allowed);
    }

    [Fact]
    public void The_next_turn_is_of_the_topic_that_had_none_or_whose_last_is_longest_ago()
    {
        var pacer = new BulkPacer(500, new DownloadPressure(_time), _time);
        pacer.Spend(1, 20);
        pacer.Spend(2, 5);
        pacer.Spend(3, 0);
        Assert.Equal([3, 1, 2], Enumerable.Range(1, 3).OrderBy(pacer.LastTurn));
        pacer.Spend(1, 20);
        Assert.Equal([3, 2, 1], Enumerable.Range(1, 3).OrderBy(pacer.LastTurn));
    }

    [Fact]
    public void A_slow_rate_still_lets_one_through()
    {
        var pacer = new BulkPacer(1, new DownloadPressure(_time), _time);
        Assert.Equal(1, pacer.Allowed);
        pacer.Spend(1, 1);
        Assert.Equal(0, pacer.Allowed);
        _time.Advance(pacer.Distance);
        Assert.Equal(0, pacer.Allowed);
        pacer.BeginRound();
        Assert.Equal(1, pacer.Allowed);
    }

    [Fact]
    public void The_gate_halves_once_for_what_fails_together_and_grows_with_success()
    {
        var gate = new InFlightGate(most: 225, _time);
        for (var i = 0; i < 100; i++)
            Assert.True(gate.TryEnter());
        Assert.False(gate.TryEnter());
        for (var i = 0; i < 100; i++)
            gate.LeaveInTrouble();
        Assert.Equal((50, 0), (gate.Limit, gate.InUse));

        for (var i = 0; i < 60; i++)
        {
            Assert.True(gate.TryEnter());
            gate.LeaveWell(TimeSpan.FromMilliseconds(50));
        }

        Assert.Equal(51, gate.Limit);
        for (var i = 0; i < 100_000; i++)
        {
            Assert.True(gate.TryEnter());
            gate.LeaveWell(TimeSpan.FromMilliseconds(50));
        }

        Assert.Equal(225, gate.Limit);
    }

    [Fact]
    public void The_gate_allows_a_third_where_answers_come_at_once_and_all_again_where_they_take_long()
    {
        var gate = new InFlightGate(most: 225, _time);
        Answer(1, times: 100_000);
        Assert.Equal(75, gate.Limit);

        _time.Advance(TimeSpan.FromSeconds(1));
        Answer(15, times: 100_000);
        Assert.Equal(75, gate.Limit);
        _time.Advance(TimeSpan.FromSeconds(1));
        Answer(15, times: 100_000);
        Assert.Equal(112, gate.Limit);

        _time.Advance(TimeSpan.FromSeconds(1));
        Answer(50, times: 1);
        _time.Advance(TimeSpan.FromSeconds(1));
        Answer(50, times: 100_000);
        Assert.Equal(225, gate.Limit);

        void Answer(int milliseconds, int times)
        {
            for (var answer = 0; answer < times; answer++)
            {
                Assert.True(gate.TryEnter());
                gate.LeaveWell(TimeSpan.FromMilliseconds(milliseconds));
            }
        }
    }

    [Fact]
    public async Task Reconnects_are_a_second_apart_after_the_first_connections()
    {
        var pacer = new ReconnectPacer(firstConnections: 2, _time);
        Assert.True(pacer.WaitAsync(CancellationToken.None).IsCompleted);
        Assert.True(pacer.WaitAsync(CancellationToken.None).IsCompleted);
        await pacer.WaitAsync(CancellationToken.None);
        var second = pacer.WaitAsync(CancellationToken.None);
        Assert.False(second.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        await second;
    }

    [Fact]
    public async Task Fifty_answers_earn_a_reconnect_at_once()
    {
        var pacer = new ReconnectPacer(firstConnections: 1, _time);
        await pacer.WaitAsync(CancellationToken.None);
        await pacer.WaitAsync(CancellationToken.None);
        for (var i = 0; i < 500; i++)
            pacer.Answered();
        Assert.True(pacer.WaitAsync(CancellationToken.None).IsCompleted);
        Assert.False(pacer.WaitAsync(CancellationToken.None).IsCompleted);
    }

    [Fact]
    [Trait("Fault", "F31")]
    public async Task A_clock_that_is_put_back_holds_up_neither_a_reconnect_nor_the_gate()
    {
        var time = new SetTime();
        var pacer = new ReconnectPacer(firstConnections: 0, time);
        var gate = new InFlightGate(most: 100, time);
        await pacer.WaitAsync(CancellationToken.None);
        Trouble();
        time.Jump(TimeSpan.FromHours(-1));

        await pacer.WaitAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        await Until.TrueAsync("the gate is halved again", () =>
        {
            Trouble();
            return gate.Limit == 25;
        });

        void Trouble()
        {
            Assert.True(gate.TryEnter());
            gate.LeaveInTrouble();
        }
    }

    [Fact]
    public void A_topic_is_probed_after_twenty_troubles_in_a_row_and_opens_with_the_first_answer()
    {
        var health = new TopicHealth(_time);
        Assert.False(health.IsProved);
        Assert.Equal(TimeSpan.Zero, health.ProbeIn);
        health.Well();
        for (var i = 0; i < 19; i++)
            health.Trouble();
        Assert.True(health.IsProved);
        for (var i = 0; i < 400; i++)
            health.Trouble();
        Assert.False(health.IsProved);
        Assert.InRange(health.ProbeIn, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));

        for (var i = 0; i < 20; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(30));
            Assert.Equal(TimeSpan.Zero, health.ProbeIn);
            health.Trouble();
        }

        Assert.InRange(health.ProbeIn, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
        health.Well();
        Assert.True(health.IsProved);
    }
}
