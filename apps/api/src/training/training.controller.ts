import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/access';
import { CurrentActor } from '../http/actor.js';
import { TrainingDesk } from './training-desk.js';
import { SwitchTrainingDto, TrainingDto } from './training.dto.js';

@ApiTags('Chế độ tập huấn')
@Controller('training')
export class TrainingController {
  constructor(private readonly desk: TrainingDesk) {}

  @Get()
  @ApiOperation({ summary: 'Chế độ tập huấn: đang bật hay tắt, đưa về ban đầu đến đâu' })
  @ApiOkResponse({ type: TrainingDto })
  readTraining(@CurrentActor() actor: Actor): Promise<TrainingDto> {
    return this.desk.look(actor);
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Bật, tắt chế độ tập huấn; bị từ chối khi vận hành thật' })
  @ApiOkResponse({ type: TrainingDto })
  switchTraining(@CurrentActor() actor: Actor, @Body() body: SwitchTrainingDto): Promise<TrainingDto> {
    return this.desk.switch(actor, body);
  }

  @Post('reset')
  @HttpCode(202)
  @ApiOperation({ summary: 'Đưa dữ liệu về như lúc bật chế độ tập huấn' })
  @ApiAcceptedResponse({ type: TrainingDto })
  resetTraining(@CurrentActor() actor: Actor): Promise<TrainingDto> {
    return this.desk.reset(actor);
  }
}
